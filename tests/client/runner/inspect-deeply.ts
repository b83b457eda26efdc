import { inspect } from "node:util";

/** The text that Node.js prints of a value. */
export function inspectDeeply(value: unknown): string {
  return inspect(value, { depth: 20 });
}
