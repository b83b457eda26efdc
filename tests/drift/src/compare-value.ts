import { createValidator, type Schema, type Validator } from "@serviceform/types/contract";
import { escapeKey, type Place, placeOf } from "./contract.ts";
import { Tally } from "./tally.ts";

/** A value in a response of an operation. */
export interface Compared {
  readonly tally: Tally;
  readonly operation: string;
}

/**
 * Compares a value with the schemas at the places, and counts in the tally missing, mistyped or
 * undeclared. Array positions become `[]` in a place and the keys of maps `*`, since those are data.
 */
export function compareValue(compared: Compared, places: readonly Place[], value: unknown, place: string): void {
  const { tally, operation } = compared;
  tally.count(operation, place);
  const schemas = places.flatMap((given) => flatten(compared, given, value, place));
  if (value === null && schemas.some(({ schema }) => schema.nullable)) return;
  if (value instanceof Uint8Array && schemas.some(({ schema }) => schema.format === "binary")) return;
  const wrong = schemas.filter((given) => isMistyped(compared, given, value, place));
  if (wrong.length > 0) return;
  if (Array.isArray(value)) {
    const items = schemas.flatMap(({ pointer, schema }) => below(schema.items, `${pointer}/items`));
    for (const item of value) compareValue(compared, items, item, `${place}[]`);
  } else if (typeof value === "object" && value !== null) {
    compareObject(compared, schemas, value as Record<string, unknown>, place);
  }
}

/** The schema and the schemas that it is composed of; of alternatives, the first that matches. */
function flatten(compared: Compared, given: Place, value: unknown, place: string): Place[] {
  const { schema, pointer } = given;
  const parts = (schema.allOf ?? []).flatMap((part, index) =>
    flatten(compared, placeOf(part, `${pointer}/allOf/${index}`), value, place),
  );
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const all = (schema[keyword] ?? []).map((form, index) => placeOf(form, `${pointer}/${keyword}/${index}`));
    const forms = all.filter((form) => isPicked(schema, form, value));
    const matching = forms.find((form) => matches(compared, form, value));
    if (matching !== undefined) parts.push(...flatten(compared, matching, value, place));
    else if (all.length > 0 && !(value === null && schema.nullable))
      mistyped(compared, pointer, place, `one of ${all.length} forms`, value);
  }
  return [given, ...parts];
}

/** Whether the discriminator, if there is one, selects the variant. */
function isPicked({ discriminator }: Schema, { schema }: Place, value: unknown): boolean {
  if (!discriminator) return true;
  const text = Object(value)[discriminator.propertyName];
  return Object.hasOwn(discriminator.mapping, String(text)) && discriminator.mapping[String(text)] === schema;
}

/** Whether no field is missing or mistyped. Variants are open, so undeclared fields match any of them. */
function matches({ operation }: Compared, form: Place, value: unknown): boolean {
  const tally = new Tally();
  compareValue({ operation, tally }, [form], value, "");
  return tally.observations.every(({ kind }) => kind === "undeclared-field");
}

/** Validates a value without its elements and properties. */
function isMistyped(compared: Compared, { pointer, schema }: Place, value: unknown, place: string): boolean {
  const [issue] = shallowValidator(schema).validate(value, 1);
  if (issue) mistyped(compared, pointer, place, issue.expected, value);
  return issue !== undefined;
}

const shallow = new WeakMap<Schema, Validator>();

function shallowValidator(schema: Schema): Validator {
  const { properties, required, additionalProperties, items, allOf, anyOf, oneOf, discriminator, ...own } = schema;
  const validator = shallow.get(schema) ?? createValidator(own);
  shallow.set(schema, validator);
  return validator;
}

function below(schema: Schema | undefined, pointer: string): Place[] {
  return schema === undefined ? [] : [placeOf(schema, pointer)];
}

function compareObject(
  compared: Compared,
  schemas: readonly Place[],
  value: Readonly<Record<string, unknown>>,
  place: string,
): void {
  const { tally, operation } = compared;
  const base = `${place}{}`;
  tally.count(operation, base);
  for (const { pointer, schema } of schemas) {
    tally.touch(pointer, schema);
    const { properties = {}, required = [] } = schema;
    for (const name of Object.keys(properties))
      if (Object.hasOwn(value, name)) tally.touch(`${pointer}/properties/${escapeKey(name)}`);
    for (const name of required) {
      if (Object.hasOwn(value, name)) continue;
      const observation = { kind: "missing", operation, place: join(place, name), pointer, name } as const;
      tally.record({ ...observation, expected: propertyOf(schema, name)?.type ?? "a value" }, "missing", base);
    }
  }
  for (const [name, inner] of Object.entries(value)) {
    const key = `properties/${escapeKey(name)}`;
    const declared = schemas.flatMap(({ pointer, schema }) => below(propertyOf(schema, name), `${pointer}/${key}`));
    const others = schemas.flatMap(({ pointer, schema: { additionalProperties: other } }) =>
      typeof other === "object" ? below(other, `${pointer}/additionalProperties`) : [],
    );
    if (declared.length > 0) compareValue(compared, declared, inner, join(place, name));
    else if (others.length > 0) compareValue(compared, others, inner, join(place, "*"));
    else if (!isOpen(schemas)) {
      const pointer = schemas.find(({ schema }) => schema.properties)?.pointer ?? schemas[0]?.pointer ?? "";
      const observation = { kind: "undeclared-field", operation, place: join(place, name), pointer, name } as const;
      tally.record({ ...observation, expected: "nothing" }, typeOf(inner), base);
    }
  }
}

function propertyOf({ properties = {} }: Schema, name: string): Schema | undefined {
  return Object.hasOwn(properties, name) ? properties[name] : undefined;
}

/** Whether the contract explicitly allows any other field. */
function isOpen(schemas: readonly Place[]): boolean {
  const described = schemas.filter(({ schema }) => schema.properties || schema.additionalProperties !== undefined);
  return described.length === 0 || described.some(({ schema }) => schema.additionalProperties === true);
}

function mistyped(
  { tally, operation }: Compared,
  pointer: string,
  place: string,
  expected: string,
  value: unknown,
): void {
  tally.record({ kind: "mistyped", operation, place, pointer, expected }, typeOf(value), place);
}

/** The type as JSON names it. */
function typeOf(value: unknown): string {
  if (value === null) return "null";
  return Array.isArray(value) ? "array" : typeof value;
}

function join(place: string, name: string): string {
  return place === "" ? name : `${place}.${name}`;
}
