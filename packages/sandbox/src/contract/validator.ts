import { Validator as JsonSchemaValidator } from "@cfworker/json-schema";
import { document, type Schema } from "./document.js";
import { mapSchemas, toJsonSchema } from "./json-schema.js";
import { quickCheck } from "./quick-check.js";

/** What is wrong with a value, and where: a JSON pointer, empty for the value itself. */
export interface Violation {
  readonly pointer: string;
  readonly message: string;
}

/** Returns the first violation, or undefined for a value that fits. */
export type Validator = (value: unknown) => Violation | undefined;

let converted: Record<string, Schema> | undefined;

/** Makes a validator of an OpenAPI schema, without `eval`: Workers and pages with a content security policy forbid it. */
export function createValidator(openApiSchema: Schema): Validator {
  converted ??= mapSchemas(document.components.schemas);
  const schema = toJsonSchema(openApiSchema);
  const fits = quickCheck(schema, converted);
  const full = new JsonSchemaValidator({ ...schema, components: { schemas: converted } }, "4", false);
  return (value) => {
    if (fits(value)) return undefined;
    const text = JSON.stringify(value);
    // What counts is what is sent: JSON leaves out undefined properties and turns a Date into text.
    const { errors } = full.validate(text === undefined ? null : JSON.parse(text));
    const error = errors.find(({ keyword }) => !["$ref", "properties", "items", "additionalProperties"].includes(keyword));
    return error && { pointer: decodeURI(error.instanceLocation.slice(1)), message: sentence(error) };
  };
}

function sentence({ keyword, error }: { keyword: string; error: string }): string {
  return keyword === "false" ? "There is no such property." : error;
}
