import type { Document, Reference, Schema } from "../../openapi/document.ts";
import { completeDiscriminator } from "./complete-discriminator.ts";
import { mapSchemas } from "./map-schemas.ts";
import { toUnicodePattern } from "./to-unicode-pattern.ts";

type Given = Schema | Reference;

/** The document with each schema written in the way that later steps read, with the same meaning. */
export function simplifySchemas(document: Document): Document {
  return mapSchemas(document, (given) =>
    "$ref" in given ? wrapMarked(given) : withUnicodePattern(withoutVainNull(completeDiscriminator(document, given))),
  );
}

/**
 * OpenAPI 3.0 ignores `nullable`, `readOnly` and `writeOnly` beside a `$ref`, but a document that has one means the
 * property.
 */
function wrapMarked(given: Reference & Schema): Given {
  if (given.nullable !== true && given.readOnly !== true && given.writeOnly !== true) return given;
  const { $ref, description, nullable, readOnly, writeOnly, ...others } = given;
  const marks = { ...(nullable && { nullable }), ...(readOnly && { readOnly }), ...(writeOnly && { writeOnly }) };
  return { ...(description !== undefined && { description }), ...marks, allOf: [{ $ref, ...others }] };
}

/** Null in an enum is not valid without `nullable`, which the type excludes (OpenAPI 3.0.3, `nullable`). */
function withoutVainNull(schema: Schema): Schema {
  const { type, enum: values, nullable } = schema;
  if (type === undefined || nullable === true || !Array.isArray(values) || !values.includes(null)) return schema;
  return { ...schema, enum: values.filter((value) => value !== null) };
}

function withUnicodePattern(schema: Schema): Schema {
  if (typeof schema.pattern !== "string") return schema;
  const pattern = toUnicodePattern(schema.pattern);
  return pattern === schema.pattern ? schema : { ...schema, pattern };
}
