import type { FaultField } from "./setup.js";

/**
 * Parses the text of a field.
 * @throws {TypeError} naming the field if its text must be JSON and is not
 */
export function parseField({ name, type }: Pick<FaultField, "name" | "type">, text: string): unknown {
  if (type === "number") return Number(text);
  if (type !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError(`${name} must be JSON`);
  }
}
