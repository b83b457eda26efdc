import { type Contract, escapeKey, find, type Place, type Schema } from "./contract.ts";
import { Tally } from "./tally.ts";

/** What is compared: a value in an answer to an operation. */
export interface Compared {
  readonly contract: Contract;
  readonly tally: Tally;
  readonly operation: string;
}

/**
 * Holds a value against the schemas that stand at the pointers, and counts in the tally what is missing, mistyped or not
 * declared. Array positions become `[]` in a place and the keys of maps `*`, since those are data.
 */
export function compareValue(compared: Compared, pointers: readonly string[], value: unknown, place: string): void {
  const { contract, tally, operation } = compared;
  tally.visit(operation, place);
  const schemas = pointers.flatMap((pointer) => flatten(compared, pointer, value, place));
  if (value === null && schemas.some(({ value: schema }) => schema.nullable)) return;
  const wrong = schemas.filter((schema) => isMistyped(compared, schema, value, place));
  if (wrong.length > 0) return;
  if (Array.isArray(value)) {
    const items = schemas.flatMap(({ pointer }) => pointerOf(contract, pointer, "items"));
    for (const item of value) compareValue(compared, items, item, `${place}[]`);
  } else if (typeof value === "object" && value !== null) {
    compareObject(compared, schemas, value as Record<string, unknown>, place);
  }
}

/** The schema with those that it is put together from; of alternatives, the first that fits. */
function flatten(compared: Compared, pointer: string, value: unknown, place: string): Place<Schema>[] {
  const found = find<Schema>(compared.contract, pointer);
  if (found === undefined) return [];
  const parts = (found.value.allOf ?? []).flatMap((_, index) =>
    flatten(compared, `${found.pointer}/allOf/${index}`, value, place),
  );
  for (const keyword of ["anyOf", "oneOf"] as const) {
    const forms = (found.value[keyword] ?? []).map((_, index) => `${found.pointer}/${keyword}/${index}`);
    const fitting = forms.find((form) => fits(compared, form, value));
    if (fitting !== undefined) parts.push(...flatten(compared, fitting, value, place));
    else if (forms.length > 0) mistyped(compared, found.pointer, place, `one of ${forms.length} forms`, value);
  }
  return [found, ...parts];
}

/** Whether a value has nothing missing or mistyped. What is not declared fits any form: forms are open. */
function fits({ contract, operation }: Compared, pointer: string, value: unknown): boolean {
  const tally = new Tally();
  compareValue({ contract, operation, tally }, [pointer], value, "");
  return tally.sightings.every(({ kind }) => kind === "undeclared-field");
}

/** Judges a value without what is inside it. */
function isMistyped(compared: Compared, { pointer, value: schema }: Place<Schema>, value: unknown, place: string) {
  const expected = expectation(schema, value);
  if (expected !== undefined) mistyped(compared, pointer, place, expected, value);
  return expected !== undefined;
}

/** What the schema expects where the value is something else. */
function expectation({ type, enum: values, minimum, maximum, format }: Schema, value: unknown): string | undefined {
  if (type !== undefined && !(type === "integer" ? Number.isInteger(value) : type === typeOf(value))) return type;
  if (values !== undefined && !values.includes(value)) return `one of ${values.length} values`;
  if (typeof value === "number" && minimum !== undefined && value < minimum) return `at least ${minimum}`;
  if (typeof value === "number" && maximum !== undefined && value > maximum) return `at most ${maximum}`;
  if (typeof value === "string" && format === "date-time" && !isDateTime(value)) return "date-time";
  return undefined;
}

function compareObject(
  compared: Compared,
  schemas: readonly Place<Schema>[],
  value: Readonly<Record<string, unknown>>,
  place: string,
): void {
  const { contract, tally, operation } = compared;
  const base = `${place}{}`;
  tally.visit(operation, base);
  for (const { pointer, value: schema } of schemas) {
    tally.meet(pointer);
    for (const name of Object.keys(schema.properties ?? {}))
      if (Object.hasOwn(value, name)) tally.meet(`${pointer}/properties/${escapeKey(name)}`);
    for (const name of schema.required ?? []) {
      if (Object.hasOwn(value, name)) continue;
      const property = find<Schema>(contract, pointer, "properties", name);
      const sighting = { kind: "missing", operation, place: join(place, name), pointer, name } as const;
      tally.see({ ...sighting, expected: property?.value.type ?? "a value" }, "missing", base);
    }
  }
  for (const [name, inner] of Object.entries(value)) {
    const declared = schemas.flatMap(({ pointer }) => pointerOf(contract, pointer, "properties", name));
    const others = schemas.flatMap(({ pointer }) => pointerOf(contract, pointer, "additionalProperties"));
    if (declared.length > 0) compareValue(compared, declared, inner, join(place, name));
    else if (others.length > 0) compareValue(compared, others, inner, join(place, "*"));
    else if (!isOpen(schemas)) {
      const pointer = schemas.find(({ value: schema }) => schema.properties)?.pointer ?? schemas[0]?.pointer ?? "";
      const sighting = { kind: "undeclared-field", operation, place: join(place, name), pointer, name } as const;
      tally.see({ ...sighting, expected: "nothing" }, typeOf(inner), base);
    }
  }
}

/** Whether the contract says that any field may come, rather than saying nothing of others. */
function isOpen(schemas: readonly Place<Schema>[]): boolean {
  const described = schemas.filter(({ value }) => value.properties || value.additionalProperties !== undefined);
  return described.length === 0 || described.some(({ value }) => value.additionalProperties === true);
}

function pointerOf(contract: Contract, ...path: [string, ...string[]]): string[] {
  const found = find<unknown>(contract, ...path);
  return typeof found?.value === "object" ? [found.pointer] : [];
}

function mistyped(
  { tally, operation }: Compared,
  pointer: string,
  place: string,
  expected: string,
  value: unknown,
): void {
  tally.see({ kind: "mistyped", operation, place, pointer, expected }, typeOf(value), place);
}

/** The type as JSON names it. */
function typeOf(value: unknown): string {
  return value === null ? "null" : Array.isArray(value) ? "array" : typeof value;
}

/** RFC 3339, with a date that exists. */
function isDateTime(text: string): boolean {
  const [, year, month, day] =
    /^(\d{4})-(\d\d)-(\d\d)[Tt](?:[01]\d|2[0-3]):[0-5]\d:(?:[0-5]\d|60)(?:\.\d+)?(?:[Zz]|[+-]\d\d:\d\d)$/.exec(text) ??
    [];
  return new Date(Date.UTC(Number(year), Number(month) - 1, Number(day))).getUTCDate() === Number(day);
}

function join(place: string, name: string): string {
  return place === "" ? name : `${place}.${name}`;
}
