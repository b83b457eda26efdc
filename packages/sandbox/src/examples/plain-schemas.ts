import type { Schema } from "@serviceform/types/contract";

const ANYTHING: Schema = {};

/**
 * Resolves composition: yields schemas without `allOf`, `anyOf`, `oneOf` and `discriminator`, one for each combination
 * of choices. A value that matches one of them usually matches the schema; the validator decides.
 */
export function* plainSchemas(schema: Schema): Iterable<Schema> {
  const { allOf = [], anyOf, oneOf, discriminator, ...own } = schema;
  const tagged = discriminator && taggedForms(discriminator);
  // A discriminator selects the forms of one of the two.
  const choices = (oneOf ? [anyOf, tagged ?? oneOf] : [tagged ?? anyOf]).filter((forms) => forms !== undefined);
  yield* choose(own, [...allOf.map((part) => [part]), ...choices]);
}

function* choose(chosen: Schema, [forms, ...rest]: readonly (readonly Schema[])[]): Iterable<Schema> {
  if (!forms) return void (yield chosen);
  for (const form of forms) {
    for (const plain of plainSchemas(form)) yield* choose(merge(chosen, plain), rest);
  }
}

/** Each schema of a discriminator with the text that selects it. */
function taggedForms({ propertyName, mapping }: NonNullable<Schema["discriminator"]>): Schema[] {
  return Object.entries(mapping).map(([text, form]) => ({
    allOf: [{ type: "object", properties: { [propertyName]: { enum: [text] } }, required: [propertyName] }, form],
  }));
}

/** A schema with the requirements of both. Of two annotations, formats or patterns, the first is kept. */
function merge(one: Schema, other: Schema): Schema {
  const narrowed = Object.entries(narrower).flatMap(([keyword, narrow]) => {
    const [first, second] = [one[keyword as keyof Schema], other[keyword as keyof Schema]];
    return first === undefined || second === undefined ? [] : [[keyword, narrow(first as never, second as never)]];
  });
  return { ...other, ...one, ...Object.fromEntries(narrowed), ...mergeProperties(one, other) };
}

const narrower: { readonly [Keyword in keyof Schema]?: (one: never, other: never) => Schema[Keyword] } = {
  items: both,
  required: (one: readonly string[], other: readonly string[]) => [...new Set([...one, ...other])],
  ...Object.fromEntries(
    ["minLength", "minimum", "exclusiveMinimum", "multipleOf", "minItems", "minProperties"].map((keyword) => [
      keyword,
      Math.max,
    ]),
  ),
  ...Object.fromEntries(
    ["maxLength", "maximum", "exclusiveMaximum", "maxItems", "maxProperties"].map((keyword) => [keyword, Math.min]),
  ),
};

function both(one: Schema, other: Schema): Schema {
  if (one === other || other === ANYTHING) return one;
  return one === ANYTHING ? other : { allOf: [one, other] };
}

/** In both, undefined is a schema that no value matches. */
function bothIfAny(one: Schema | undefined, other: Schema | undefined): Schema | undefined {
  return one && other && both(one, other);
}

function mergeProperties(one: Schema, other: Schema): Schema {
  const keys = new Set([...Object.keys(one.properties ?? {}), ...Object.keys(other.properties ?? {})]);
  const properties = [...keys].flatMap((key) => {
    const merged = bothIfAny(propertyOf(one, key), propertyOf(other, key));
    return merged ? [[key, merged] as const] : [];
  });
  return {
    ...(keys.size > 0 && { properties: Object.fromEntries(properties) }),
    additionalProperties: bothIfAny(freePropertyOf(one), freePropertyOf(other)) ?? false,
  };
}

/** The schema of a property; undefined if the object must not have it. */
export function propertyOf(schema: Schema, key: string): Schema | undefined {
  const { properties = {} } = schema;
  return Object.hasOwn(properties, key) ? properties[key] : freePropertyOf(schema);
}

/** The schema of unnamed properties; undefined if there must be none. */
function freePropertyOf({ additionalProperties = true }: Schema): Schema | undefined {
  return additionalProperties === true ? ANYTHING : additionalProperties || undefined;
}

/** The names of the properties that a schema lists, in any part or form. */
export function propertyNames(schema: Schema): Set<string> {
  const { properties = {}, allOf = [], anyOf = [], oneOf = [], discriminator } = schema;
  const parts = [...allOf, ...anyOf, ...oneOf, ...(discriminator ? taggedForms(discriminator) : [])];
  return new Set([...Object.keys(properties), ...parts.flatMap((part) => [...propertyNames(part)])]);
}
