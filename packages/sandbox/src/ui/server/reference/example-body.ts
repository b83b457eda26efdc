import { type BodyContract, createValidator, type Schema } from "@serviceform/types/contract";
import { createExample } from "../../../examples/create-example.js";
import { createRandom } from "../../../seed-data/random.js";

/** The input for a body: the example of the contract if it is valid, else one that matches its schema. */
export function exampleBody(body: BodyContract | undefined): Record<string, unknown> {
  if (!body) return {};
  const example = exampleJson(body);
  const value = body.format === "binary" || body.format === "multipart" ? withFiles(body.schema, example) : example;
  return body.isWhole ? { body: value } : Object(value);
}

/** The example of the contract if it is valid, else a value that matches the schema; undefined if none is found. */
export function exampleJson({ example, schema }: Pick<BodyContract, "example" | "schema">): unknown {
  if (example !== undefined && createValidator(schema).accepts(example)) return example;
  return createExample(schema, createRandom("sample"));
}

/** Puts files in place of the schema's bytes, which JSON cannot represent. */
function withFiles(schema: Schema, value: unknown): unknown {
  const { type, format, items, properties = {} } = schema;
  if (type === "string" && format === "binary") return new File(["example"], "example.bin");
  if (Array.isArray(value)) return value.map((element) => withFiles(items ?? {}, element));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(
    Object.entries(value).map(([name, each]) => [name, withFiles(properties[name] ?? {}, each)]),
  );
}
