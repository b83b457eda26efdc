import { isRecord } from "@serviceform/records";
import type { JsonSchema } from "@serviceform/types/describe";
import type { Input } from "./validate-input.js";

/**
 * The input with arrays and objects that came as JSON in a text, at any depth: some hosts pass them so. Any other text
 * stays as it is.
 */
export function withParsedTexts(schema: JsonSchema, input: Input): Input {
  const properties = Object(schema.properties) as { readonly [name: string]: JsonSchema };
  const entries = Object.entries(input).map(([name, value]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    return [name, property === undefined ? value : withParsedValue(property, value)];
  });
  return Object.fromEntries(entries);
}

function withParsedValue(schema: JsonSchema, received: unknown): unknown {
  const value = typeof received === "string" ? parseText(schema, received) : received;
  if (isRecord(value)) return withParsedTexts(schema, value);
  const { items } = schema;
  if (!Array.isArray(value) || !isRecord(items)) return value;
  return value.map((element) => withParsedValue(items, element));
}

/** The array or object in a text, if the schema accepts one of that type and no text. */
function parseText({ type }: JsonSchema, text: string): unknown {
  const types = [type].flat();
  if (types.includes("string") || !/^\s*[[{]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return types.includes(Array.isArray(value) ? "array" : "object") ? value : text;
  } catch {
    return text;
  }
}
