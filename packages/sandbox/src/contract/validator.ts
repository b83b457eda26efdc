import { Validator as JsonSchemaValidator } from "@cfworker/json-schema";
import { document, type Schema } from "./document.js";
import { mapSchemas, toJsonSchema } from "./json-schema.js";
import { quickCheck } from "./quick-check.js";

/** What is wrong with a value, and where: a JSON pointer, empty for the value itself. */
export interface Violation {
  readonly pointer: string;
  readonly message: string;
}

/** Returns the first violation of a value, or undefined for one that fits. */
export type Validator = (value: unknown) => Violation | undefined;

let schemas: Record<string, Schema> | undefined;

/** Makes a validator of an OpenAPI schema, without `eval`: Workers and pages with a content security policy forbid it. */
export function createValidator(openApiSchema: Schema): Validator {
  schemas ??= mapSchemas(document.components.schemas);
  const schema = toJsonSchema(openApiSchema);
  const fits = quickCheck(schema, schemas);
  const root: object = { ...schema, components: { schemas } };
  const full = new JsonSchemaValidator(root, "4", false);
  return (value) => {
    if (fits(value)) return undefined;
    const text = serialize(value);
    if (text === undefined) return { pointer: "", message: "JSON has no form for it." };
    const error = full.validate(JSON.parse(text)).errors.find(({ keyword }) => !wrappers.has(keyword));
    return error && { pointer: decodeURIComponent(error.instanceLocation.slice(1)), message: sentence(error) };
  };
}

/**
 * What counts is what is sent: JSON leaves out undefined properties and turns a Date into text. Lone surrogates become
 * U+FFFD, since the full validator puts keys into URIs, which cannot hold them; undefined for a cycle or a BigInt.
 */
function serialize(value: unknown): string | undefined {
  try {
    const text = JSON.stringify(value) ?? "null";
    return text.replace(/\\(?:ud[89a-f]..|.)/g, (escaped) => (escaped.length > 2 ? "\ufffd" : escaped));
  } catch {
    return undefined;
  }
}

/** Keywords whose error only says that there is another one further in. */
const wrappers = new Set(["$ref", "properties", "items", "additionalProperties"]);

function sentence({ keyword, error }: { readonly keyword: string; readonly error: string }): string {
  return keyword === "false" ? "There is no such property." : error;
}
