import type { Schema } from "./document.js";

/** Keywords that describe and do not restrict; left out, so that no example is mistaken for a schema. */
const annotations = new Set([
  "description",
  "example",
  "title",
  "default",
  "deprecated",
  "xml",
  "externalDocs",
  "nullable",
]);

/** Translates a schema of OpenAPI 3.0 into JSON Schema draft 4, which it grew from. References stay. */
export function toJsonSchema(schema: Schema): Schema {
  const { nullable, type, enum: values } = schema;
  const restrictions = Object.entries(schema).filter(([keyword]) => !annotations.has(keyword));
  return {
    ...Object.fromEntries(restrictions.map(([keyword, value]) => [keyword, translate(keyword, value)])),
    ...(nullable && type && { type: [type, "null"].flat() }),
    ...(nullable && values && { enum: [...values, null] }),
  };
}

function translate(keyword: string, value: unknown): unknown {
  switch (keyword) {
    case "properties":
      return mapSchemas(value as Record<string, Schema>);
    case "allOf":
    case "anyOf":
    case "oneOf":
      return (value as Schema[]).map(toJsonSchema);
    case "items":
    case "not":
      return toJsonSchema(value as Schema);
    case "additionalProperties":
      return typeof value === "boolean" ? value : toJsonSchema(value as Schema);
    default:
      return value;
  }
}

/** Translates every schema of a map. */
export function mapSchemas(schemas: Readonly<Record<string, Schema>>): Record<string, Schema> {
  return Object.fromEntries(Object.entries(schemas).map(([name, schema]) => [name, toJsonSchema(schema)]));
}
