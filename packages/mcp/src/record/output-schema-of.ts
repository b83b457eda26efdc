import type { JsonSchema } from "@serviceform/types/describe";
import type { Contract } from "../contract.js";

/**
 * The name of the schema of the record that an operation returns: the schema with the same fields. Text and files have
 * none.
 */
export function outputSchemaOf({ operations, schemas }: Contract, operationId: string): string | undefined {
  const properties = Object(operations[operationId]?.output?.properties) as JsonSchema;
  const fields = Object.keys(properties).sort().join();
  if (fields === "") return undefined;
  return Object.keys(schemas).find(
    (name) =>
      Object.keys(schemas[name]?.fields ?? {})
        .sort()
        .join() === fields,
  );
}
