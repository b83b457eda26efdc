import type { Reference, Schema } from "../openapi/document.ts";
import { mapKeyword } from "../openapi/map-keyword.ts";
import { inferredType } from "./inferred-type.ts";

/** Keywords of OpenAPI 3.0 that JSON Schema lacks, or that differ. */
const LEFT_OUT = new Set(["nullable", "example", "discriminator", "xml", "externalDocs"]);

type JsonSchema = Record<string, unknown>;
type Keywords = Schema & Record<string, unknown>;

/** Converts a schema of OpenAPI 3.0 to JSON Schema 2020-12; `refer` replaces a reference. */
export function toJsonSchema(given: Schema | Reference, refer: (reference: Reference) => unknown): unknown {
  if ("$ref" in given) return refer(given);
  const schema = given as Keywords;
  const convert = (one: unknown): unknown =>
    typeof one === "object" && one !== null ? toJsonSchema(one as Schema, refer) : one;
  const entries = Object.entries(schema)
    .filter(([keyword]) => !LEFT_OUT.has(keyword) && !keyword.startsWith("x-"))
    .map(([keyword, value]) => [keyword, mapKeyword(keyword, value, convert)]);
  const converted: JsonSchema = {
    ...impliedType(schema),
    ...Object.fromEntries(entries),
    ...bounds(schema),
    ...selectForm(schema, refer),
    // JSON Schema allows no name twice.
    ...(schema.required && { required: [...new Set(schema.required)] }),
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
function selectForm({ discriminator, oneOf, anyOf }: Schema, refer: (reference: Reference) => unknown): JsonSchema {
  if (discriminator === undefined || (oneOf ?? anyOf) === undefined) return {};
  const { propertyName, mapping = {} } = discriminator;
  const forms = Object.entries(mapping).map(([text, $ref]) => ({
    type: "object",
    properties: { [propertyName]: { enum: [text] } },
    required: [propertyName],
    allOf: [refer({ $ref })],
  }));
  return { [oneOf ? "oneOf" : "anyOf"]: forms };
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
