import { inspect } from "node:util";

/** What Node.js prints of a value. */
export function inspectDeeply(value: unknown): string {
  return inspect(value, { depth: 20 });
}
