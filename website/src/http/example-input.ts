import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { type JsonSchema, operations } from "@serviceform/types/describe";
import type { Parameter, PlacedOperation, Schema } from "./openapi.ts";

/** The path of a file, in the place of its bytes. */
export const FILE = "./file";

/** The parameters with an example, and the required ones. */
export function readParameters({
  parameters = [],
}: PlacedOperation): readonly (Parameter & { readonly value: unknown })[] {
  return parameters
    .map((each) => ({ ...each, value: each.example ?? (each.required ? placeholder(each.schema) : undefined) }))
    .filter(({ value }) => value !== undefined);
}

/** The example of the body, with each required key; undefined without a body. */
export function exampleBody({ operationId, requestBody }: PlacedOperation): unknown {
  // The rendered contract is the one of the package.
  const id = operationId as OperationId;
  const { wholeBody, bodyKeys, contentType = "application/json", required }: Operation = operationTable[id];
  const schemas = Object(operations[id].input.properties) as Readonly<Record<string, JsonSchema>>;
  const keys = bodyKeys.filter((key) => required.includes(key));
  const least = Object.fromEntries(keys.map((key) => [key, exampleOf(schemas[key])]));
  const example = requestBody?.content?.[contentType]?.example;
  if (wholeBody) return isFile(schemas.body) ? FILE : (example ?? least.body);
  if (keys.length === 0 && example === undefined) return undefined;
  const files = bodyKeys.filter((key) => isFile(schemas[key]) && (required.includes(key) || Object(example)[key]));
  return { ...least, ...Object(example), ...Object.fromEntries(files.map((key) => [key, FILE])) };
}

function exampleOf(schema: JsonSchema = {}): unknown {
  const [example] = (schema.examples ?? []) as readonly unknown[];
  return isFile(schema) ? FILE : (example ?? placeholder(schema));
}

function isFile({ format, items }: JsonSchema = {}): boolean {
  return format === "binary" || Object(items).format === "binary";
}

function placeholder({ type, enum: [first] = [], items }: Schema = {}): unknown {
  if (first !== undefined) return first;
  if (type === "array") return [placeholder(items)];
  if (type === "boolean") return true;
  return type === "integer" || type === "number" ? 1 : "text";
}
