import fc from "fast-check";
import type { Json } from "../document.ts";

/** Names of properties, without inherited ones, since ajv calls these when it compares objects. */
export const propertyNames = ["a", "b", "id", "kind", "then", "x-y", "größe", "length", "0"] as const;

/** The named schemas: those of bodies, those of responses, and those that both refer to. */
const formNames = ["FormA", "FormB"] as const;
/** A schema with a discriminator, and one that contains it. */
const familyNames = ["Parent", "child"] as const;
export const schemaNames = ["One", "Two", "Three", ...formNames, ...familyNames] as const;

const sometimes = <Value>(value: fc.Arbitrary<Value>) => fc.option(value, { nil: undefined, freq: 2 });
const small = fc.integer({ min: 0, max: 3 });

/** Keywords with values, without those that are undefined. */
function keywords(values: Readonly<Record<string, fc.Arbitrary<unknown>>>): fc.Arbitrary<Json> {
  return fc
    .record(values)
    .map((all) => Object.fromEntries(Object.entries(all).filter(([, value]) => value !== undefined)));
}

const ordered = (low: string, high: string) =>
  fc.tuple(sometimes(small), sometimes(small)).map(([one, other]) => ({
    ...(one !== undefined && { [low]: Math.min(one, other ?? one) }),
    ...(other !== undefined && { [high]: Math.max(other, one ?? other) }),
  }));

const anyText = fc.tuple(
  ordered("minLength", "maxLength"),
  keywords({
    pattern: sometimes(fc.constantFrom("^[a-z]", "\\d", "^\\S*$", "\\p{L}$")),
    format: sometimes(fc.constantFrom("date", "date-time", "email", "uuid", "unknown-format")),
  }),
);

const anyNumber = fc
  .tuple(
    ordered("minimum", "maximum"),
    keywords({ exclusiveMinimum: sometimes(fc.boolean()), exclusiveMaximum: sometimes(fc.boolean()) }),
    keywords({ multipleOf: sometimes(fc.constantFrom(1, 2, 0.5)) }),
  )
  .map(([bounds, exclusive, others]) => {
    const isOfBound = ([key]: [string, unknown]) => Object.hasOwn(bounds, key.replace("exclusive", "").toLowerCase());
    return [bounds, Object.fromEntries(Object.entries(exclusive).filter(isOfBound)), others];
  });

const withType = (type: string) => (parts: readonly Json[]) => Object.assign({ type }, ...parts) as Json;

/** Schemas of values that a URL can contain. */
export const scalar: fc.Arbitrary<Json> = fc.oneof(
  anyText.map(withType("string")),
  anyNumber.map(withType("integer")),
  anyNumber.map(withType("number")),
  fc.constant({ type: "boolean" }),
  fc.constantFrom({ type: "string", enum: ["a", "b b", "1"] }, { type: "integer", enum: [1, 2] }),
);

const named = (names: readonly string[]) =>
  fc.constantFrom(...names).map((name) => ({ $ref: `#/components/schemas/${name}` }));

const FORMS: readonly Json[] = [
  { oneOf: [{ $ref: "#/components/schemas/FormA" }, { $ref: "#/components/schemas/FormB" }] },
  { anyOf: [{ $ref: "#/components/schemas/FormB" }, { $ref: "#/components/schemas/FormA" }] },
];
const MAPPINGS = [
  undefined,
  { a: "#/components/schemas/FormA" },
  { a: "#/components/schemas/FormA", b: "#/components/schemas/FormB" },
];

const discriminated = fc.tuple(fc.constantFrom(...FORMS), fc.constantFrom(...MAPPINGS)).map(([forms, mapping]) => ({
  ...forms,
  discriminator: { propertyName: "kind", ...(mapping && { mapping }) },
}));

/** Any schema; its compositions refer to `below` only, since a schema cannot be a part of itself. */
export function anySchema(below: readonly string[], depth = 2): fc.Arbitrary<Json> {
  if (depth === 0) return fc.oneof(scalar, named(schemaNames), fc.constant({}));
  const inner = anySchema(below, depth - 1);
  const part = anySchema(below, 0).filter((schema) => !("$ref" in schema));
  const parts = fc.array(
    below.length > 0
      ? fc.oneof(
          part,
          inner.filter((schema) => !("$ref" in schema)),
          named(below),
        )
      : part,
    { minLength: 1, maxLength: 2 },
  );
  const schema = fc.oneof(
    { weight: 3, arbitrary: scalar },
    { weight: 2, arbitrary: named(schemaNames) },
    { weight: 2, arbitrary: anyArray(inner) },
    { weight: 3, arbitrary: anyObject(inner) },
    fc.constantFrom<Json>({}, { enum: [1, "a", { a: 1 }, null] }, { minimum: 1, minLength: 2, required: ["a"] }),
    fc.tuple(fc.constantFrom("allOf", "anyOf", "oneOf"), parts).map(([keyword, list]) => ({ [keyword]: list })),
    part.map((not) => ({ not })),
    discriminated,
  );
  return fc
    .tuple(schema, fc.integer({ min: 0, max: 5 }))
    .map(([given, chance]) => (chance === 0 && !("$ref" in given) ? { ...given, nullable: true } : given));
}

function anyArray(items: fc.Arbitrary<Json>): fc.Arbitrary<Json> {
  const bounds = keywords({ items, uniqueItems: sometimes(fc.boolean()) });
  return fc.tuple(ordered("minItems", "maxItems"), bounds).map(withType("array"));
}

/** An object that is open, closed or typed in its other keys, with properties of either direction. */
export function anyObject(inner: fc.Arbitrary<Json>, names: readonly string[] = propertyNames): fc.Arbitrary<Json> {
  const others = fc.oneof(fc.constantFrom<unknown>(undefined, true, false), inner);
  return fc
    .tuple(
      anyProperties(inner, names),
      ordered("minProperties", "maxProperties"),
      keywords({ additionalProperties: others }),
    )
    .map(withType("object"));
}

/** Properties, some of one direction only, and which of them are required. */
export function anyProperties(inner: fc.Arbitrary<Json>, names: readonly string[]): fc.Arbitrary<Json> {
  const mark = fc.constantFrom({}, {}, {}, { readOnly: true }, { writeOnly: true });
  const property = fc
    .tuple(inner, mark)
    .map(([schema, marks]) => ("$ref" in schema ? schema : { ...schema, ...marks }));
  return fc
    .uniqueArray(fc.tuple(fc.constantFrom(...names), property, fc.boolean()), {
      selector: ([name]) => name,
      maxLength: 4,
    })
    .map((list) => {
      const required = list.filter(([, , isRequired]) => isRequired).map(([name]) => name);
      const properties = Object.fromEntries(list.map(([name, schema]) => [name, schema]));
      return { properties, ...(required.length > 0 && { required }) };
    });
}
