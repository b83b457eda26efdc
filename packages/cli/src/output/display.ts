import { type Column, printableText } from "@serviceform/records";

/** A value for a reader at a terminal: times as ISO 8601, nested values as JSON, without control characters. */
export function display(value: unknown, column: Pick<Column, "unit"> = {}): string {
  if (value === undefined || value === null) return "";
  if (column.unit === "epoch-seconds" && typeof value === "number") return toIso(value) ?? String(value);
  return printableText(typeof value === "object" ? JSON.stringify(value) : String(value));
}

function toIso(seconds: number): string | undefined {
  const date = new Date(seconds * 1000);
  return Number.isNaN(date.getTime()) ? undefined : date.toISOString().replace(".000Z", "Z");
}

/**
 * The number of terminal cells that a text takes: two for East Asian characters and emoji, none for combining marks.
 */
export function widthOf(text: string): number {
  let width = 0;
  for (const character of text) width += cellsOf(character);
  return width;
}

/** A text with a width of exactly `width` cells: truncated with `…`, or padded with spaces. */
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

/** Two of them form a flag, two cells wide. */
const REGIONAL_INDICATOR = /\p{Regional_Indicator}/u;

function cellsOf(character: string): number {
  if (character <= "\u007e" || REGIONAL_INDICATOR.test(character)) return 1;
  if (/[\p{Nonspacing_Mark}\p{Enclosing_Mark}\u200c\u200d]/u.test(character)) return 0;
  return WIDE.test(character) ? 2 : 1;
}
