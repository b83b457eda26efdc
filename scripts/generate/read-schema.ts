import { type Document, type Place, type Reference, resolveAt, type Schema, targetName } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { checkReference, checkSchema } from "./check-schema.ts";
import { mappingOf } from "./discriminator-mapping.ts";
import { inferredType } from "./inferred-type.ts";
import type { PlanSchema } from "./operation.ts";

/** Keywords that are copied to the plan unchanged. */
const KEPT = new Set([
  ...["type", "format", "enum", "pattern", "minLength", "maxLength", "minimum", "maximum", "multipleOf"],
  ...["minItems", "maxItems", "uniqueItems", "minProperties", "maxProperties", "nullable", "default", "example"],
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

/** Creates the reader of schemas: it resolves references, bounds and discriminators, and rejects meaningless keywords. */
export function createSchemaReader(document: Document, addIssue: AddIssue) {
  const reading = { document, addIssue, open: new Set<string>() };
  return (schema: Schema | Reference, pointer: string): PlanSchema => read(reading, { pointer, value: schema });
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
  const readAt = (inner: unknown, at = pointer): PlanSchema => read(reading, { pointer: at, value: inner as Schema });
  switch (keyword) {
    case "required":
      return { required: value };
    case "items":
    case "not":
      return { [keyword]: readAt(value) };
    case "additionalProperties":
      return { [keyword]: typeof value === "boolean" ? value : readAt(value) };
    case "properties":
      return { properties: readProperties(reading, value as Record<string, Schema>, pointer) };
    case "allOf":
    case "anyOf":
    case "oneOf":
      return { [keyword]: (value as Schema[]).map((part, index) => readAt(part, `${pointer}/${index}`)) };
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

function readProperties(
  reading: Reading,
  properties: Record<string, Schema | Reference>,
  pointer: string,
): Record<string, PlanSchema> {
  const entries = Object.entries(properties).map(([name, value]) => {
    const at = `${pointer}/${escapePointer(name)}`;
    if (name === "__proto__")
      reading.addIssue('has a property named "__proto__", which no object can have; rename it.', at);
    return [name, read(reading, { pointer: at, value })] as const;
  });
  return Object.fromEntries(entries);
}

/** Without alternatives, a discriminator describes child schemas and does not restrict values of the parent. */
function readDiscriminator({ document, addIssue }: Reading, schema: Schema, pointer: string): PlanSchema {
  const { discriminator, oneOf, anyOf } = schema;
  const forms = oneOf ?? anyOf;
  if (discriminator === undefined || forms === undefined) return {};
  const names = forms.map((form) => targetName(document, form));
  const mapped = mappingOf(document, schema).map(([text, form]) => [text, form, targetName(document, form)] as const);
  for (const [text, { $ref }, name] of mapped) {
    if (!names.includes(name))
      addIssue(`maps "${text}" to ${$ref}, which is no reference to one of its forms; write one.`, pointer);
  }
  const mapping = Object.fromEntries(mapped.map(([text, , name]) => [text, { $ref: name }]));
  return { discriminator: { propertyName: discriminator.propertyName, mapping } };
}
