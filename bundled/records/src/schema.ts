import type { SchemaDescription } from "@serviceform/types/describe";
import { schemas as ofContract } from "@serviceform/types/describe";

export type Schemas = { readonly [name: string]: SchemaDescription };

/** The description of a named schema of the contract, or of other schemas. */
export function schemaOf(name: string, schemas: Schemas = ofContract): SchemaDescription {
  const schema = Object.hasOwn(schemas, name) ? schemas[name] : undefined;
  if (schema === undefined) throw new Error(`unknown schema "${name}"`);
  return schema;
}
