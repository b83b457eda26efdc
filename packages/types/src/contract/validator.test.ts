import { Ajv } from "ajv";
import addFormats from "ajv-formats";
import fc from "fast-check";
import { expect, test } from "vitest";
import document from "../generated/openapi.json" with { type: "json" };
import { createValidator, type Issue, type Schema, schemas } from "./index.js";

const ajv = new Ajv({ strict: false, allErrors: true });
addFormats.default(ajv);
ajv.addSchema({ $id: "contract", components: document.components });

/**
 * Without the integers that are issues here, since JSON.parse has rounded them, and none to ajv, and without the keys that
 * ajv calls as methods when it compares objects.
 */
const exact = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (key, inner) => {
    if (key === "valueOf" || key === "toString") return undefined;
    return isRounded(inner) ? 0.5 : inner;
  });
const isRounded = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);

/** Values that nearly match: objects with keys of the schemas, and anything as their values. */
const keys = [...new Set(Object.values(schemas).flatMap(({ properties = {} }) => Object.keys(properties)))];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }).map(exact),
    tie("object"),
    fc.array(tie("value")),
  ),
  object: fc.dictionary(fc.constantFrom(...keys, "unknown", "constructor", "__proto__"), tie("value")),
}));

test("createValidator agrees with ajv on every schema of the contract", () => {
  // The other schemas, which stand in place in the document, have no place of their own there.
  const named = Object.entries(schemas).filter(([name]) => Object.hasOwn(document.components.schemas, name));
  const pairs = named.map(([name, schema]) => ({
    name,
    validator: createValidator(schema),
    accepts: ajv.compile({ $ref: `contract#/components/schemas/${name}` }),
    examples: readExamples(schema),
  }));
  const seen = new Set<string>();
  fc.assert(
    // Generating values takes longer than validating them, so each is validated by all schemas.
    fc.property(value, fc.nat(), fc.constantFrom(...keys), value, (any, index, key, other) => {
      const differing = pairs.flatMap(({ name, validator, accepts, examples }) => {
        const example = examples[index % examples.length];
        const candidates = [any, example, { ...Object(any), [key]: other }, { ...Object(example), [key]: other }];
        return candidates.flatMap((candidate) => {
          const matches = accepts(candidate);
          seen.add(`${name} ${matches}`);
          const found = [validator.accepts(candidate), validator.validate(candidate).length === 0];
          return found.includes(!matches) ? [{ name, candidate, matches }] : [];
        });
      });
      expect(differing).toEqual([]);
    }),
    { numRuns: 300, seed: 1 },
  );
  expect(seen.size, "each schema met a value that matches and one that does not").toBe(2 * pairs.length);
});

const known: Schema[] = [
  { type: "number", minimum: 1, maximum: 3 },
  { type: "number", exclusiveMinimum: 1, exclusiveMaximum: 3 },
  { type: "integer", multipleOf: 2 },
  { type: "string", enum: ["a", "b"] },
  { enum: [1, "a", { a: 1 }, null, [true]] },
  { type: "string", minLength: 1, maxLength: 2 },
  { type: "string", pattern: "^[a-z]\\p{L}?$" },
  { type: "array", items: { type: "boolean" }, minItems: 1, maxItems: 2 },
  { type: "array", items: {}, uniqueItems: true },
  { type: "object", minProperties: 1, maxProperties: 2 },
  { type: "object", additionalProperties: { type: "integer" } },
  { type: "object", properties: { a: {} }, additionalProperties: false },
  { type: "object", properties: { a: { type: "number" } }, additionalProperties: { type: "string" } },
  { allOf: [{ type: "object", required: ["a"] }, { properties: { a: { type: "integer" } } }] },
  { anyOf: [{ type: "string" }, { type: "array", items: { type: "boolean" } }] },
  { oneOf: [{ type: "integer" }, { type: "number" }] },
  {
    oneOf: [
      { type: "string", minLength: 2 },
      { type: "string", maxLength: 2 },
    ],
  },
  { not: { type: "string" } },
  { not: { type: "object", required: ["a"] } },
  ...["date-time", "date", "email", "uuid", "unknown-format"].map((format): Schema => ({ type: "string", format })),
];

const samples = fc.oneof(
  fc.jsonValue().map(exact),
  fc.constantFrom<unknown>("a", "b", "aé", "aaa", "\u{1f600}", "\u{1f600}\u{1f600}", 1, 2, 3, 2.5, 4, null, [true]),
  fc.constantFrom<unknown>(
    [true, false],
    [1, 1],
    [
      { a: 1, b: 2 },
      { b: 2, a: 1 },
    ],
    { a: 1 },
    { a: "1" },
    { b: "1" },
  ),
  fc.constantFrom<unknown>({}, { a: 1, b: 2 }, { a: 1, b: 2, c: 3 }, { a: 1, b: "2" }, { a: undefined }),
  fc.constantFrom("2024-02-29", "2025-02-29", "2024-02-29T23:59:60Z", "2025-02-29T00:00:00Z", "2025-01-01T00:00:00"),
  fc.constantFrom("2025-01-01t10:00:00.5+02:00", "2025-01-01T24:00:00Z", "2025-13-01", "a@b.test", "a@b", "a b@c.test"),
  fc.uuid(),
  fc.emailAddress(),
);

test.for(known.map((schema) => [JSON.stringify(schema), schema] as const))("agrees with ajv on %s", ([, schema]) => {
  const accepts = ajv.compile(schema);
  const { accepts: acceptsHere, validate } = createValidator(schema);
  fc.assert(
    fc.property(samples, (candidate) => {
      // For ajv, a key whose value is undefined exists.
      const json = candidate === undefined ? candidate : JSON.parse(JSON.stringify(candidate));
      const matches = accepts(json);
      expect(acceptsHere(candidate)).toBe(matches);
      expect(validate(candidate).length === 0).toBe(matches);
    }),
    { numRuns: 500, seed: 1 },
  );
});

test("a nullable schema accepts null whatever else it requires", () => {
  expect(issuesOf({ type: "string", nullable: true }, null)).toEqual([]);
  expect(issuesOf({ allOf: [{ type: "object" }], nullable: true }, null)).toEqual([]);
  expect(issuesOf({ type: "string", enum: ["a"], nullable: true }, null)).toEqual([]);
});

test.for([
  [10, Number.MAX_SAFE_INTEGER, 1],
  [10, Number.MAX_SAFE_INTEGER - 1, 0],
  [0.1, 0.3, 0],
  [0.1, 0.35, 1],
] as const)("whether a number is a multiple of %d is exact: %d", ([multipleOf, value, count]) => {
  expect(issuesOf({ type: "number", multipleOf }, value)).toHaveLength(count);
});

test("a discriminator selects the schema that a value must match", () => {
  const file: Schema = { type: "object", required: ["url"], properties: { url: { type: "string" } } };
  const text: Schema = { type: "object", properties: { url: { type: "number" } } };
  const schema: Schema = {
    oneOf: [file, text],
    discriminator: { propertyName: "type", mapping: { file, text } },
  };
  expect(issuesOf(schema, { type: "file", url: "u" })).toEqual([]);
  expect(issuesOf(schema, { type: "text", url: 5 })).toEqual([]);
  expect(issuesOf(schema, { type: "file", url: 5 })).toEqual([
    { path: "/url", expected: "string", received: "number" },
  ]);
  const expected = "one of 2 values";
  expect(issuesOf(schema, { type: "other" })).toEqual([{ path: "/type", expected, received: "string" }]);
  expect(issuesOf(schema, {})).toEqual([{ path: "/type", expected, received: "missing" }]);
  expect(issuesOf(schema, 5)).toEqual([{ path: "", expected: "object", received: "number" }]);
});

test("a recursive schema validates values of any depth", () => {
  const tree: Schema = {
    type: "object",
    get properties(): Readonly<Record<string, Schema>> {
      return { children: { type: "array", items: tree } };
    },
  };
  expect(issuesOf(tree, { children: [{ children: [{}] }] })).toEqual([]);
  const [issue] = issuesOf(tree, { children: [{ children: [5] }] });
  expect(issue?.path).toBe("/children/0/children/0");
});

test("createValidator ignores formats with formats: false", () => {
  const schema: Schema = { type: "string", format: "date-time" };
  expect(createValidator(schema, { formats: false }).validate("yesterday")).toEqual([]);
  expect(createValidator(schema).validate("yesterday")).toHaveLength(1);
});

test("an issue contains path and types, never a value", () => {
  const chat = { cid: 7, history: [{ id: "m", timestamp: "jane@example.com" }], "a/b~c": 1 };
  expect(issuesOf({ type: "array", items: schemas.Chat ?? {} }, [chat, null])).toEqual([
    { path: "/0/cid", expected: "string", received: "number" },
    { path: "/0/history/0/timestamp", expected: "integer", received: "string" },
    { path: "/1", expected: "object", received: "null" },
  ]);
  expect(issuesOf(schemas.ItemInput ?? {}, { other: 1 })).toEqual([
    { path: "/primary_field", expected: "string", received: "missing" },
    { path: "/*", expected: "nothing", received: "number" },
  ]);
});

test.for([
  ["a map", { additionalProperties: { type: "integer" } }, { jane: "x" }, ["/*"]],
  [
    "a map of objects",
    { additionalProperties: { properties: { a: { type: "string" } } } },
    { jane: { a: 1 } },
    ["/*/a"],
  ],
  ["a map of lists", { additionalProperties: { items: { type: "string" } } }, { jane: ["x", 1] }, ["/*/1"]],
  ["a closed object", { properties: { a: {} }, additionalProperties: false }, { a: 1, jane: 1 }, ["/*"]],
  ["a part of several", { allOf: [{ additionalProperties: { type: "string" } }] }, { jane: 1 }, ["/*"]],
  ["a key like one of every object", { additionalProperties: { type: "string" } }, { constructor: 1 }, ["/*"]],
  ["a named key beside", { properties: { "a/b": { type: "string" } } }, { "a/b": 1, jane: 1 }, ["/a~1b"]],
  ["a required key that has no schema", { required: ["cid"] }, { jane: 1 }, ["/cid"]],
] satisfies [string, Schema, unknown, string[]][])(
  "an issue names only keys of the contract: %s",
  ([, schema, value, paths]) => {
    expect(issuesOf(schema, value).map(({ path }) => path)).toEqual(paths);
  },
);

test("a validator reports a missing required key that every object inherits", () => {
  const schema: Schema = {
    required: ["constructor", "toString"],
    properties: { toString: { type: "string" as const } },
  };
  expect(issuesOf(schema, {})).toEqual([
    { path: "/constructor", expected: "a value", received: "missing" },
    { path: "/toString", expected: "string", received: "missing" },
  ]);
});

test("validate returns the first hundred issues", () => {
  const issues = issuesOf({ items: { type: "string" } }, Array(1_000).fill(1));
  expect(issues).toHaveLength(100);
  expect(issues.at(-1)?.path).toBe("/99");
});

test.for<[schema: Schema, json: string, expected?: string]>([
  [{ type: "integer" }, "9007199254740993", "a safe integer"],
  [{ type: "integer", format: "int64" }, "-9007199254740993", "a safe integer"],
  [{ type: "integer" }, "9007199254740992", "a safe integer"],
  [{ type: "integer", nullable: true }, "1e300", "a safe integer"],
  [{ type: "integer" }, "1e400", "integer"],
  [{ type: "number" }, "1e400", "a finite number"],
  [{ type: "number" }, "-1e400", "a finite number"],
  [{ type: "integer" }, "9007199254740991"],
  [{ type: "integer" }, "-9007199254740991"],
  [{ type: "integer" }, "1.0"],
  [{ type: "number" }, "9007199254740993"],
  [{ type: "number" }, "1e300"],
])(
  "a validator finds a number that JSON.parse has rounded, unless the contract does not describe it: %j %s",
  ([schema, json, expected]) => {
    const issue = { path: "", expected, received: "number" };
    expect(issuesOf(schema, JSON.parse(json))).toEqual(expected === undefined ? [] : [issue]);
  },
);

function issuesOf(schema: Schema, value: unknown): readonly Issue[] {
  return createValidator(schema).validate(value);
}

function readExamples(schema: Schema): unknown[] {
  const whole = exampleOf(schema);
  return [whole, ...Object.keys(Object(whole)).map((key) => ({ ...Object(whole), [key]: undefined }))];
}

/** The example of a schema, else a value of its type, or the examples of its properties. */
function exampleOf(schema: Schema): unknown {
  const { example, enum: [first] = [], type, properties, required = [], allOf = [], discriminator } = schema;
  const [kind, form = (schema.oneOf ?? schema.anyOf)?.[0]] = Object.entries(discriminator?.mapping ?? {})[0] ?? [];
  if (example !== undefined || first !== undefined) return example ?? first;
  if (type === "array") return [];
  if (properties === undefined && allOf.length === 0 && form === undefined) return sampleOf(schema);
  const shown = Object.entries(properties ?? {}).filter(
    ([key, property]) => property.example !== undefined || required.includes(key),
  );
  const own = Object.fromEntries(shown.map(([key, property]) => [key, exampleOf(property)]));
  const parts = [...allOf, ...(form ? [form] : [])].map(exampleOf);
  return Object.assign({}, ...parts, own, discriminator && { [discriminator.propertyName]: kind });
}

function sampleOf({ type, minimum = 1 }: Schema): unknown {
  if (type === "object") return {};
  if (type === "boolean") return true;
  return type === "string" ? "text" : minimum;
}
