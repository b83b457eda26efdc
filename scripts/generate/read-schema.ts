import { type Document, type Place, type Reference, resolveAt, type Schema, targetName } from "../openapi/document.ts";
import { hasSchemas, mapKeyword } from "../openapi/map-keyword.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkReference, checkSchema } from "./check-schema.ts";
import { inferredType } from "./inferred-type.ts";
import type { PlanSchema } from "./operation.ts";

/** Keywords that are copied to the plan unchanged. */
const KEPT = new Set([
  ...["type", "format", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "nullable", "default", "example"],
  "required",
]);
/** Keywords that do not restrict values, or are handled before. */
const LEFT_OUT = new Set(["description", "title", "deprecated", "xml", "externalDocs", "readOnly", "writeOnly"]);

/** The context of reading schemas. */
interface Reading {
  readonly document: Document;
  readonly addIssue: AddIssue;
  /** The inline schemas that are being read, to find a recursive one without a name. */
  readonly open: Set<string>;
}

/** Reads a schema: resolves references, bounds and discriminators, and rejects meaningless keywords. */
export function readSchema(document: Document, place: Place<Schema | Reference>, addIssue: AddIssue): PlanSchema {
  return read({ document, addIssue, open: new Set() }, place);
}

function read(reading: Reading, given: Place<Schema | Reference>): PlanSchema {
  const { document, addIssue, open } = reading;
  if (Array.isArray(given.value)) {
    addIssue("has a list in place of a schema; write one schema.", given.pointer);
    return {};
  }
  const name = targetName(document, given.value);
  if ("$ref" in given.value) checkReference(document, { ...given, value: given.value }, addIssue);
  if (name !== undefined) return { $ref: name };
  const place = resolveAt<Schema>(document, given);
  if (open.has(place.pointer)) {
    addIssue("contains itself without a name; put it into components/schemas.", place.pointer);
    return {};
  }
  open.add(place.pointer);
  const schema = readInline(reading, place);
  open.delete(place.pointer);
  return schema;
}

function readInline(reading: Reading, { pointer, value: schema }: Place<Schema>): PlanSchema {
  const type = inferredType(schema);
  const plan: Record<string, unknown> = { ...(type !== undefined && { type }) };
  for (const [keyword, value] of Object.entries(schema)) {
    if (keyword.startsWith("x-") || LEFT_OUT.has(keyword)) continue;
    if (KEPT.has(keyword)) plan[keyword] = value;
    else Object.assign(plan, readKeyword(reading, keyword, { pointer: `${pointer}/${keyword}`, value }, schema));
  }
  if (schema.exclusiveMinimum) delete plan.minimum;
  if (schema.exclusiveMaximum) delete plan.maximum;
  checkSchema({ pointer, value: schema }, reading.addIssue);
  return plan;
}

function readKeyword(
  reading: Reading,
  keyword: string,
  { pointer, value }: Place<unknown>,
  schema: Schema,
): PlanSchema {
  if (hasSchemas(keyword)) return { [keyword]: mapKeyword(keyword, value, readInner(reading, keyword, pointer)) };
  switch (keyword) {
    case "exclusiveMinimum":
      return value === true ? { exclusiveMinimum: schema.minimum } : {};
    case "exclusiveMaximum":
      return value === true ? { exclusiveMaximum: schema.maximum } : {};
    case "discriminator":
      return readDiscriminator(reading, schema, pointer);
    default:
      reading.addIssue(`has the keyword "${keyword}", which schemas of OpenAPI 3.0 do not have; remove it.`, pointer);
      return {};
  }
}

function readInner(reading: Reading, keyword: string, pointer: string) {
  return (value: unknown, key?: string): unknown => {
    if (keyword === "additionalProperties" && typeof value === "boolean") return value;
    const at = key === undefined ? pointer : `${pointer}/${escapePointer(key)}`;
    if (key === "__proto__")
      reading.addIssue('has a property named "__proto__", which no object can have; rename it.', at);
    return read(reading, { pointer: at, value: value as Schema });
  };
}

/** Without alternatives, a discriminator describes child schemas and does not restrict values of the parent. */
function readDiscriminator({ document, addIssue }: Reading, schema: Schema, pointer: string): PlanSchema {
  const { discriminator, oneOf, anyOf } = schema;
  const forms = oneOf ?? anyOf;
  if (discriminator === undefined || forms === undefined) return {};
  const { propertyName, mapping = {} } = discriminator;
  const names = forms.map((form) => targetName(document, form));
  const read = Object.entries(mapping).map(([text, $ref]) => {
    const name = targetName(document, { $ref });
    if (!names.includes(name))
      addIssue(`maps "${text}" to ${$ref}, which is no reference to one of its forms; write one.`, pointer);
    return [text, { $ref: name }] as const;
  });
  return { discriminator: { propertyName, mapping: Object.fromEntries(read) } };
}
