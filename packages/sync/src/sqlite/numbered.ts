import type { SQLInputValue } from "node:sqlite";

/** The values of the parameters `?1`, `?2` and so on, by name: before 22.19, Node.js does not bind them by position. */
export function numbered(...values: readonly SQLInputValue[]): Record<string, SQLInputValue> {
  return Object.fromEntries(values.map((value, index) => [`?${index + 1}`, value]));
}
