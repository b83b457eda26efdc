import type { Schema } from "../openapi/document.ts";

/** The type of a schema: one with properties is an object, as in the generated types; an enum can imply it, too. */
export function inferredType(schema: Schema): string | undefined {
  const { type, properties, items, additionalProperties, enum: values } = schema;
  if (type !== undefined) return type;
  if (properties !== undefined || typeof additionalProperties === "object") return "object";
  if (items !== undefined) return "array";
  const [shared, ...others] = new Set(values?.map((value) => typeof value));
  return others.length === 0 && shared !== "object" ? shared : undefined;
}
