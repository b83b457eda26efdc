import type { Schema } from "@serviceform/types/contract";
import type { JsonSchema } from "@serviceform/types/describe";

const converted = new WeakMap<JsonSchema, Schema>();

/** Converts a JSON Schema for the validator, in which null is not a type but a flag. */
export function toSchema(schema: JsonSchema): Schema {
  const known = converted.get(schema);
  if (known) return known;

  const { type, items, properties, additionalProperties } = schema;
  const types = [type].flat();
  const result = {
    ...schema,
    ...(Array.isArray(type) && { type: types.find((one) => one !== "null"), nullable: types.includes("null") }),
    ...(isSchema(items) && { items: toSchema(items) }),
    ...(isSchema(properties) && { properties: mapValues(properties, toSchema) }),
    ...(isSchema(additionalProperties) && { additionalProperties: toSchema(additionalProperties) }),
  } as Schema;
  converted.set(schema, result);
  return result;
}

function isSchema(value: unknown): value is JsonSchema {
  return typeof value === "object" && value !== null;
}

function mapValues(properties: JsonSchema, change: (schema: JsonSchema) => Schema): Record<string, Schema> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, change(schema as JsonSchema)]));
}
