import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";

/** The schema of any text. */
export const TEXT: Schema = { type: "string" };

/** The schema that validates a text: that of the contract where it is about strings, else that of any text. */
export function textSchema(document: Document, given: Schema | Reference = TEXT): Schema | Reference {
  const schema = resolve<Schema>(document, given);
  const isAny = inferredType(schema) === undefined && !schema.allOf && !schema.oneOf && !schema.anyOf;
  if (isAny) return { ...schema, ...TEXT };
  return isAboutStrings(document, schema) ? given : TEXT;
}

/** Whether some values of a schema are texts and others are not, by its forms. */
export function isTextOrOther(document: Document, given: Schema | Reference): boolean {
  const { oneOf = [], anyOf = oneOf } = resolve<Schema>(document, given);
  const mayBeText = (form: Schema | Reference): boolean =>
    isAboutStrings(document, form) || isTextOrOther(document, form);
  return anyOf.some(mayBeText) && !isAboutStrings(document, given);
}

/** Whether every value of a schema is a text. */
export function isAboutStrings(document: Document, given: Schema | Reference, seen: readonly object[] = []): boolean {
  const schema = resolve<Schema>(document, given);
  const { format, allOf = [], oneOf = [], anyOf = oneOf } = schema;
  if (seen.includes(schema)) return false;
  const isPart = (part: Schema | Reference): boolean => isAboutStrings(document, part, [...seen, schema]);
  const type = inferredType(schema);
  if (type !== undefined) return type === "string" && format !== "binary";
  return allOf.some(isPart) || (anyOf.length > 0 && anyOf.every(isPart));
}
