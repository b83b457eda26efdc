import type { Document, Schema } from "../openapi/document.ts";
import { mapSchemas } from "./prepare/map-schemas.ts";

/** The document with each required property of an object declared, since openapi-typescript leaves out any other. */
export function declareRequired(document: Document): Document {
  return mapSchemas(document, (schema) => {
    const { properties, required = [], additionalProperties = true } = schema as Schema; // A reference has none of them.
    if (properties === undefined || additionalProperties !== true || !Array.isArray(required)) return schema;
    const undeclared = required.filter((name) => !Object.hasOwn(properties, name));
    if (undeclared.length === 0) return schema;
    return { ...schema, properties: { ...properties, ...Object.fromEntries(undeclared.map((name) => [name, {}])) } };
  });
}
