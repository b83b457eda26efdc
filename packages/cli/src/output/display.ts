import type { Column } from "@serviceform/records";

/** A value as a person reads it on a terminal: times as ISO 8601, nested values as JSON, and no control characters. */
export function display(value: unknown, column: Pick<Column, "unit"> = {}): string {
  if (value === undefined || value === null) return "";
  if (column.unit === "epoch-seconds" && typeof value === "number") return toIso(value) ?? String(value);
  return printable(typeof value === "object" ? JSON.stringify(value) : String(value));
}

function toIso(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(".000Z", "Z");
}

/** Control characters and marks of direction could move the cursor, or hide what follows. */
function printable(text: string): string {
  return (
    text
      .replace(/\s+/g, " ")
      // biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is taken out
      .replace(/[\u0000-\u001f\u007f-\u009f\u200b-\u200f\u202a-\u202e\u2066-\u2069]|\p{Surrogate}/gu, "\ufffd")
  );
}

/** How many cells of a terminal a text takes: two for East Asian characters and emoji, none for combining marks. */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cellsOf(character);
  return width;
}

/** A text of exactly so many cells: cut with `…`, or filled with spaces. */
export function fit(text: string, width: number): string {
  const own = widthOf(text);
  if (own <= width) return text + " ".repeat(width - own);
  let cut = "";
  let used = 0;
  for (const character of text) {
    const cells = cellsOf(character);
    if (used + cells > width - 1) break;
    cut += character;
    used += cells;
  }
  return `${cut}…${" ".repeat(width - 1 - used)}`;
}

const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff00-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u;

function cellsOf(character: string): number {
  if (character <= "\u007e") return 1;
  if (/\p{Mark}|\ufe0f|\u200d/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
