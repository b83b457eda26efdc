import type { Document, Reference, Schema } from "../openapi/document.ts";
import { mappingOf } from "./discriminator-mapping.ts";
import { inferredType } from "./inferred-type.ts";

/** Keywords of OpenAPI 3.0 that JSON Schema lacks, or that differ. */
const LEFT_OUT = new Set(["nullable", "example", "discriminator", "xml", "externalDocs"]);

/** Keywords whose value is a schema, a list of schemas, or schemas by name. */
const ONE = new Set(["items", "additionalProperties", "not"]);
const LIST = new Set(["allOf", "oneOf", "anyOf"]);

type JsonSchema = Record<string, unknown>;
type Keywords = Schema & Record<string, unknown>;

/** Converts a schema of OpenAPI 3.0 to JSON Schema 2020-12; `refer` replaces a reference. */
export function toJsonSchema(
  document: Document,
  given: Schema | Reference,
  refer: (reference: Reference) => unknown,
): unknown {
  if ("$ref" in given) return refer(given);
  const schema = given as Keywords;
  const convert = (one: unknown): unknown =>
    typeof one === "object" && one !== null ? toJsonSchema(document, one as Schema, refer) : one;
  const entries = Object.entries(schema)
    .filter(([keyword]) => !LEFT_OUT.has(keyword) && !keyword.startsWith("x-"))
    .map(([keyword, value]) => [keyword, convertKeyword(keyword, value, convert)]);
  const converted: JsonSchema = {
    ...impliedType(schema),
    ...Object.fromEntries(entries),
    ...bounds(schema),
    ...selectForm(document, schema, refer),
  };
  if ("example" in schema) converted.examples = [schema.example];
  return schema.nullable === true ? orNull(converted) : converted;
}

/** Without `type`, keywords of objects and arrays restrict no other values in JSON Schema. */
function impliedType(schema: Schema): JsonSchema {
  const type = inferredType(schema);
  return type === "object" || type === "array" ? { type } : {};
}

/** A discriminator selects one form, although a value can match several of them. */
function selectForm(document: Document, schema: Schema, refer: (reference: Reference) => unknown): JsonSchema {
  const { discriminator, oneOf, anyOf } = schema;
  if (discriminator === undefined || (oneOf ?? anyOf) === undefined) return {};
  const { propertyName } = discriminator;
  const forms = mappingOf(document, schema).map(([text, form]) => ({
    type: "object",
    properties: { [propertyName]: { enum: [text] } },
    required: [propertyName],
    allOf: [refer(form)],
  }));
  return { [oneOf ? "oneOf" : "anyOf"]: forms };
}

function convertKeyword(keyword: string, value: unknown, convert: (one: unknown) => unknown): unknown {
  if (ONE.has(keyword)) return convert(value);
  if (LIST.has(keyword)) return (value as unknown[]).map(convert);
  // JSON Schema allows no name twice.
  if (keyword === "required") return [...new Set(value as string[])];
  if (keyword !== "properties") return value;
  return Object.fromEntries(Object.entries(value as object).map(([name, one]) => [name, convert(one)]));
}

/** In OpenAPI 3.0 `exclusiveMinimum` is a boolean beside `minimum`; in JSON Schema it is the bound itself. */
function bounds({ minimum, maximum, exclusiveMinimum, exclusiveMaximum }: Keywords): JsonSchema {
  return {
    ...(exclusiveMinimum !== undefined && bound("minimum", "exclusiveMinimum", minimum, exclusiveMinimum)),
    ...(exclusiveMaximum !== undefined && bound("maximum", "exclusiveMaximum", maximum, exclusiveMaximum)),
  };
}

function bound(inclusive: string, exclusive: string, value: unknown, excluded: unknown): JsonSchema {
  return excluded === true ? { [inclusive]: undefined, [exclusive]: value } : { [exclusive]: undefined };
}

/** With a composition, `nullable` means null or a match of the composition; without a type it has no effect. */
function orNull({ type, enum: values, description, examples, ...rest }: JsonSchema): JsonSchema {
  const withNull = Array.isArray(values) && { enum: values.includes(null) ? values : [...values, null] };
  const notes = { ...(description !== undefined && { description }), ...(examples !== undefined && { examples }) };
  if (!["allOf", "oneOf", "anyOf", "not"].some((keyword) => keyword in rest))
    return { ...(type !== undefined && { type: [type, "null"] }), ...rest, ...withNull, ...notes };
  const whole = { ...(type !== undefined && { type }), ...rest, ...(values !== undefined && { enum: values }) };
  return { anyOf: [whole, { type: "null" }], ...notes };
}
