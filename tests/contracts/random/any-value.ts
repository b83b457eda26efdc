import fc from "fast-check";
import { samples } from "../cases/schemas.ts";
import type { Json } from "../document.ts";
import { nameOf, type Schemas } from "../translate-schema.ts";

/** The maximum depth of recursive values. */
const MAX_DEPTH = 4;

const sample = fc.constantFrom(...samples);
const texts = fc.oneof(
  fc.constantFrom(
    "",
    "a",
    "ab",
    "abc",
    "1",
    "a1",
    "é",
    "😀",
    "b b",
    "2024-02-29",
    "a@b.test",
    ".",
    "recent",
    "7.json",
    "row-7",
    "7-row",
    "row-row",
    "row-7-row",
    "7:archive",
    "a/b",
  ),
  fc.constantFrom("2024-02-29T23:59:59Z", "0b9f3c1e-6a55-4c0e-9d0b-5a3f4a7e2c11", "FormA", "FormB"),
  fc.string({ unit: "grapheme", maxLength: 4 }),
);
const numbers = fc.constantFrom(0, 1, 2, 3, 0.5, 1.5, -1, 10);

/** Valid and nearly valid values of a schema. */
export function anyValue(schemas: Schemas, schema: Json): fc.Arbitrary<unknown> {
  return fc.oneof(
    { weight: 3, arbitrary: rightValue(schemas, schema, 0) },
    { weight: 2, arbitrary: rightValue(schemas, schema, 0).chain(corrupt) },
  );
}

function rightValue(schemas: Schemas, schema: Json, depth: number): fc.Arbitrary<unknown> {
  if (typeof schema.$ref === "string") return rightValue(schemas, schemas[nameOf(schema.$ref)] ?? {}, depth + 1);
  if (depth > MAX_DEPTH) return fc.constantFrom<unknown>({}, [], "a", 1);
  const value = ownValue(schemas, schema, depth);
  return schema.nullable === true ? fc.oneof({ weight: 4, arbitrary: value }, fc.constant(null)) : value;
}

function ownValue(schemas: Schemas, schema: Json, depth: number): fc.Arbitrary<unknown> {
  const inner = (part: unknown) => rightValue(schemas, part as Json, depth + 1);
  const forms = (schema.oneOf ?? schema.anyOf) as Json[] | undefined;
  if (schema.enum) return fc.constantFrom(...(schema.enum as unknown[]));
  if (schema.discriminator && forms)
    return fc
      .tuple(fc.oneof(...forms.map(inner)), fc.constantFrom("a", "b", "FormA", "FormB"))
      .map(([value, kind]) => Object.assign({}, value, { kind }));
  if (forms) return fc.oneof(...forms.map(inner));
  if (schema.allOf)
    return fc
      .tuple(...(schema.allOf as Json[]).map(inner))
      .map(([first, ...others]) => (isObject(first) ? Object.assign({}, first, ...others.filter(isObject)) : first));
  switch (schema.type) {
    case "string":
      return texts;
    case "integer":
    case "number":
      return numbers;
    case "boolean":
      return fc.boolean();
    case "array":
      return fc.array(inner(schema.items ?? {}), { maxLength: 3 });
    case "object":
      return objectOf(schema, inner);
    default:
      return fc.oneof(sample, texts);
  }
}

function objectOf(
  { properties = {}, required = [], additionalProperties = true }: Json,
  inner: (schema: unknown) => fc.Arbitrary<unknown>,
): fc.Arbitrary<object> {
  const entries = Object.entries(properties as Schemas);
  const isRequired = (name: string): boolean => (required as string[]).includes(name);
  const own = entries.map(([name, schema]) =>
    fc.tuple(fc.constant(name), fc.option(inner(schema), { freq: isRequired(name) ? 20 : 2, nil: undefined })),
  );
  const others = typeof additionalProperties === "object" ? inner(additionalProperties) : sample;
  const extra =
    additionalProperties === false
      ? fc.constant([])
      : fc.array(fc.tuple(fc.constantFrom("other", "a", "length"), others), { maxLength: 1 });
  return fc
    .tuple(fc.tuple(...own), extra)
    .map(([known, more]) => Object.fromEntries([...more, ...known.filter(([, value]) => value !== undefined)]));
}

/** Changes one value: the whole one, or that of a key, which can be new. */
function corrupt(value: unknown): fc.Arbitrary<unknown> {
  const junk = fc.oneof(sample, texts);
  if (typeof value !== "object" || value === null) return junk;
  const keys = Object.keys(value);
  const isArray = Array.isArray(value);
  const key = keys.length > 0 ? fc.constantFrom(...keys) : fc.constant(isArray ? "0" : "a");
  return fc.oneof(
    fc
      .tuple(key, junk)
      .map(([name, other]) => (isArray ? Object.assign([...value], { [name]: other }) : { ...value, [name]: other })),
    key.map((name) =>
      isArray
        ? value.toSpliced(Number(name), 1)
        : Object.fromEntries(Object.entries(value).filter(([other]) => other !== name)),
    ),
    key.chain((name) =>
      corrupt((value as Json)[name]).map((other) =>
        isArray ? Object.assign([...value], { [name]: other }) : { ...value, [name]: other },
      ),
    ),
    junk,
  );
}

function isObject(value: unknown): value is Json {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
