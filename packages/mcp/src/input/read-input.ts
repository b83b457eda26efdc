import { isRecord } from "@serviceform/records";
import { createValidator } from "@serviceform/types/contract";
import type { JsonSchema } from "@serviceform/types/describe";
import { toSchema } from "./to-schema.js";
import { type Input, validateInput } from "./validate-input.js";

/**
 * The valid input of a tool, from arguments in any of the forms in which hosts pass them.
 *
 * @throws {InvalidInput} naming the first parameter that is unknown, missing or invalid
 */
export function readInput(schema: JsonSchema, received: Input): Input {
  const input = normalize(schema, received);
  validateInput(schema, input);
  return input;
}

/**
 * The input without the optional parameters that are null, at any depth. In the strict mode of some hosts each parameter
 * is required, and an assistant passes null for those that it leaves out.
 */
function normalize(schema: JsonSchema, input: Input): Input {
  const properties = Object(schema.properties) as { readonly [name: string]: JsonSchema };
  const required = new Set([schema.required].flat());
  const entries = Object.entries(input).flatMap(([name, value]) => {
    const property = Object.hasOwn(properties, name) ? properties[name] : undefined;
    if (property === undefined) return [[name, value]];
    const isLeftOut = value === null && !required.has(name) && !acceptsNull(property);
    return isLeftOut ? [] : [[name, normalizeValue(property, value)]];
  });
  return Object.fromEntries(entries);
}

function acceptsNull(schema: JsonSchema): boolean {
  return createValidator(toSchema(schema)).validate(null, 1).length === 0;
}

function normalizeValue(schema: JsonSchema, received: unknown): unknown {
  const value = typeof received === "string" ? parseText(schema, received) : received;
  if (isRecord(value)) return normalize(schema, value);
  const { items } = schema;
  if (!Array.isArray(value) || !isRecord(items)) return value;
  return value.map((element) => normalizeValue(items, element));
}

/** The array or object that some hosts pass as JSON in a text, if the schema accepts one of that type and no text. */
function parseText(schema: JsonSchema, text: string): unknown {
  const types = typesOf(schema);
  if (types.includes("string") || !/^\s*[[{]/.test(text)) return text;
  try {
    const value: unknown = JSON.parse(text);
    return types.includes(Array.isArray(value) ? "array" : "object") ? value : text;
  } catch {
    return text;
  }
}

function typesOf({ type, oneOf = [], anyOf = oneOf }: JsonSchema): readonly unknown[] {
  return [type, ...(anyOf as readonly JsonSchema[]).flatMap(typesOf)].flat();
}
