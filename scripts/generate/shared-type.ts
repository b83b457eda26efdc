import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { inferredType } from "./inferred-type.ts";

/** The type of a schema, else that of one of its parts; undefined for forms of several types. */
export function sharedType(document: Document, given: Schema | Reference): string | undefined {
  const schema = resolve<Schema>(document, given);
  const ofParts = (schema.allOf ?? []).map((part) => sharedType(document, part));
  return inferredType(schema) ?? ofParts.find((type) => type !== undefined);
}
