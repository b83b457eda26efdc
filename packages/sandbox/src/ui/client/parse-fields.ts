import type { FaultField } from "./setup.js";

/**
 * Parses the texts of fields; an empty one is left out.
 * @throws {TypeError} naming the field if its text must be JSON and is not
 */
export function parseFields(
  fields: readonly FaultField[],
  textOf: (field: FaultField) => string,
): Record<string, unknown> {
  const filled = fields.filter((field) => textOf(field) !== "");
  return Object.fromEntries(filled.map((field) => [field.name, parseField(field, textOf(field))]));
}

function parseField({ name, type }: FaultField, text: string): unknown {
  if (type === "number") return Number(text);
  if (type !== "json") return text;
  try {
    return JSON.parse(text);
  } catch {
    throw new TypeError(`${name} must be JSON`);
  }
}
