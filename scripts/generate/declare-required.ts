import type { Reference, Schema } from "../openapi/document.ts";

/** The schema with each required property of an object declared, since openapi-typescript leaves out any other. */
export function declareRequired(schema: Schema | Reference): Schema | Reference {
  const { properties, required = [], additionalProperties = true } = schema as Schema; // A reference has none of them.
  if (properties === undefined || additionalProperties !== true || !Array.isArray(required)) return schema;
  const undeclared = required.filter((name) => !Object.hasOwn(properties, name));
  if (undeclared.length === 0) return schema;
  return { ...schema, properties: { ...properties, ...Object.fromEntries(undeclared.map((name) => [name, {}])) } };
}
