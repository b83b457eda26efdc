import type { JsonSchema } from "@serviceform/types/describe";

/** The result of a function for the schema of each property. */
export function mapProperties<Result>(
  properties: JsonSchema,
  change: (schema: JsonSchema, name: string) => Result,
): { readonly [name: string]: Result } {
  // In JSON Schema, the value of each property is a JSON Schema.
  const entries = Object.entries(properties as { readonly [name: string]: JsonSchema });
  return Object.fromEntries(entries.map(([name, schema]) => [name, change(schema, name)]));
}
