import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";

export const SCALARS: readonly string[] = ["string", "number", "integer", "boolean"];

/** The type of a schema or of its parts, else that of each form; `any` without one. */
export function typesOf(document: Document, given: Schema | Reference): string[] {
  const schema = resolve<Schema>(document, given);
  const { allOf = [], oneOf = [], anyOf = [] } = schema;
  const type = inferredType(schema);
  if (type !== undefined) return [type];
  const ofParts = allOf.flatMap((part) => typesOf(document, part)).filter((one) => one !== "any");
  const forms = [...oneOf, ...anyOf].flatMap((form) => typesOf(document, form));
  const [types = ["any"]] = [ofParts, forms].filter(({ length }) => length > 0);
  return types;
}
