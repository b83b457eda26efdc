import { isRecord } from "@serviceform/records";
import type { Schema } from "@serviceform/types/contract";
import type { JsonSchema } from "@serviceform/types/describe";
import { mapProperties } from "./map-properties.js";

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
    ...(isRecord(items) && { items: toSchema(items) }),
    ...(isRecord(properties) && { properties: mapProperties(properties, toSchema) }),
    ...(isRecord(additionalProperties) && { additionalProperties: toSchema(additionalProperties) }),
  } as Schema;
  converted.set(schema, result);
  return result;
}
