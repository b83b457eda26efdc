/**
 * Control characters and direction marks, which could move the cursor of a terminal or hide the text after them. All
 * except the two joiners that writing systems need.
 */
export const UNPRINTABLE: RegExp = /(?![\u200c\u200d])[\p{Cc}\p{Cf}\p{Surrogate}]/gu;

/** JSON with these characters escaped, which is the same value. */
export function printableJson(json: string): string {
  return json.replace(UNPRINTABLE, escapeUnits);
}

/** JSON of a value for a stream; on a terminal it is printable. */
export function renderJson(value: unknown, { isTTY }: { readonly isTTY?: boolean }): string {
  const json = JSON.stringify(value);
  return isTTY ? printableJson(json) : json;
}

/** Lines of JSON or CSV for a terminal, with these characters escaped as in JSON; tabs and line breaks stay. */
export function printableRows(rows: string): string {
  return rows.replace(TAB_OR_BREAK_OR_UNPRINTABLE, (found) => (TAB_OR_BREAK.test(found) ? found : escapeUnits(found)));
}

const TAB_OR_BREAK = /\t|\r?\n/;
const TAB_OR_BREAK_OR_UNPRINTABLE = new RegExp(`${TAB_OR_BREAK.source}|${UNPRINTABLE.source}`, "gu");

/** A character beyond U+FFFF has two units. */
function escapeUnits(character: string): string {
  const units = Array.from({ length: character.length }, (_, index) => character.charCodeAt(index));
  return units.map((unit) => `\\u${unit.toString(16).padStart(4, "0")}`).join("");
}
