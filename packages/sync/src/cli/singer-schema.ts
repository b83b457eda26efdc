import { type JsonSchema, operations, schemas } from "@serviceform/types/describe";
import { streams, type TableName } from "../streams.js";

/** Renders the schema of one element of a list. With `redacted`, personal values are text without a format. */
export function renderSingerSchema(table: TableName, values: "personal" | "redacted"): unknown {
  const { operationId, element } = streams[table];
  const schema = operations[operationId].output?.items as JsonSchema | undefined;
  return values === "personal" || !schema ? schema : redactSchema(schema, element);
}

function redactSchema(schema: JsonSchema, name: string): JsonSchema {
  const fields = schemas[name]?.fields ?? {};
  // A named schema is an object of the contract.
  const properties = Object.entries((schema.properties ?? {}) as Record<string, JsonSchema>).map(([key, property]) => {
    const { personal = false, schema: inner, type } = fields[key] ?? {};
    if (personal) return [key, { type: "string", description: property.description }];
    if (inner === undefined) return [key, property];
    if (type !== "array") return [key, redactSchema(property, inner)];
    return [key, { ...property, items: redactSchema(property.items as JsonSchema, inner) }];
  });
  return { ...schema, properties: Object.fromEntries(properties) };
}
