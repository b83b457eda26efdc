import contract from "@serviceform/types/openapi.json" with { type: "json" };
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSchema, type Finding, type Schema, type Schemas } from "./check-schema.js";
import { validators } from "./validate.js";

const schemas = contract.components.schemas as Schemas;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: "contract", components: contract.components });

/** Without the integers that are issues here, since JSON.parse has rounded them, and none to ajv. */
const exact = (value: unknown): unknown =>
  JSON.parse(JSON.stringify(value), (_, inner) => (isRounded(inner) ? 0.5 : inner));
const isRounded = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);

/** Values that are nearly right: objects with keys of the schemas, and anything as their values. */
const keys = [...new Set(Object.values(schemas).flatMap(({ properties = {} }) => Object.keys(properties)))];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }).map(exact),
    tie("object"),
    fc.array(tie("value")),
  ),
  object: fc.dictionary(fc.constantFrom(...keys, "unknown"), tie("value")),
}));

test("agrees with ajv on every schema of the contract", () => {
  const judges = Object.entries(schemas).map(([name, schema]) => ({
    name,
    schema,
    judge: ajv.compile({ $ref: `contract#/components/schemas/${name}` }),
    examples: readExamples(schema),
  }));
  const verdicts = new Set<string>();
  fc.assert(
    // Making values takes longer than judging them, so each is judged by all schemas.
    fc.property(value, fc.nat(), fc.constantFrom(...keys), value, (any, index, key, other) => {
      for (const { name, schema, judge, examples } of judges) {
        const example = examples[index % examples.length];
        for (const given of [any, example, { ...Object(any), [key]: other }, { ...Object(example), [key]: other }]) {
          const fits = judge(given);
          verdicts.add(`${name} ${fits}`);
          expect({ name, fits: checkSchema(schemas, schema, given).length === 0 }).toEqual({ name, fits });
        }
      }
    }),
    { numRuns: 300 },
  );
  expect(verdicts.size, "each schema was given what fits and what does not").toBe(2 * judges.length);
});

test("judges what the contract of today does not use as ajv does", () => {
  const restrictions: Schema[] = [
    { type: "number", minimum: 1, maximum: 3 },
    { type: "string", enum: ["a", "b"] },
    { allOf: [{ type: "object", required: ["a"] }, { properties: { a: { type: "integer" } } }] },
    { anyOf: [{ type: "string" }, { type: "array", items: { type: "boolean" } }] },
    { oneOf: [{ type: "integer" }, { type: "number" }] },
    { type: "object", additionalProperties: { type: "integer" } },
  ];
  for (const schema of restrictions) {
    const judge = ajv.compile(schema);
    fc.assert(
      fc.property(
        fc.oneof(fc.jsonValue().map(exact), fc.constantFrom("a", 1, 2.5, [true], { a: 1 }, { a: "1" })),
        (candidate) => {
          expect(checkSchema({}, schema, candidate).length === 0).toBe(judge(candidate));
        },
      ),
    );
  }
  expect(checkSchema({}, { type: "string", nullable: true }, null)).toEqual([]);
});

test("tells place and types, never a value", () => {
  const chat = { cid: 7, history: [{ id: "m", timestamp: "jane@example.com" }], "a/b~c": 1 };
  expect(validators.listChats.output.check([chat, null]).map(places)).toEqual([
    { path: "/0/cid", expected: "string", got: "number" },
    { path: "/0/history/0/timestamp", expected: "integer", got: "string" },
    { path: "/1", expected: "object", got: "null" },
  ]);
  expect(validators.createItem.input.check({ spaceId: "s", other: 1 }).map(places)).toEqual([
    { path: "/primary_field", expected: "string", got: "missing" },
    { path: "/*", expected: "nothing", got: "number" },
  ]);
});

test("tells no key that the contract does not name", () => {
  const { output } = validators.getChatStatistics;
  const statistics = { chatsBySource: { "jane.doe@example.com": "7", "a/b": null }, agents: [], "jane@example.com": 1 };
  const findings = output.check(statistics);
  expect(findings.map(({ path }) => path)).toEqual(["/chatsBySource/*", "/chatsBySource/*"]);
  expect(findings.map(({ message }) => message).join()).not.toMatch(/jane|a.{1,3}b/);
  expect(output["~standard"].validate(statistics)).toMatchObject({
    issues: [{ path: ["chatsBySource", "*"] }, { path: ["chatsBySource", "*"] }],
  });
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
] as const)("names only what the contract names: %s", ([, schema, value, paths]) => {
  expect(checkSchema({}, schema, value).map(({ path }) => path)).toEqual(paths);
});

test("misses a required key that every object inherits", () => {
  const schema = { required: ["constructor", "toString"], properties: { toString: { type: "string" } } };
  expect(checkSchema({}, schema, {}).map(places)).toEqual([
    { path: "/constructor", expected: "a value", got: "missing" },
    { path: "/toString", expected: "string", got: "missing" },
  ]);
});

test("describes a body that is wrong everywhere by its first hundred findings", () => {
  const findings = checkSchema({}, { items: { type: "string" } }, Array(1_000).fill(1));
  expect(findings).toHaveLength(100);
  expect(findings.at(-1)?.path).toBe("/99");
});

test.for([
  [{ type: "integer" }, "9007199254740993", "a safe integer"],
  [{ type: "integer", format: "int64" }, "-9007199254740993", "a safe integer"],
  [{ type: "integer" }, "9007199254740992", "a safe integer"],
  [{ type: "integer", nullable: true }, "1e300", "a safe integer"],
  [{ type: "integer" }, "1e400", "integer"],
  [{ type: "number" }, "1e400", "a finite number"],
  [{ type: "number" }, "-1e400", "a finite number"],
] as const)("finds the number that JSON.parse has changed: %j %s", ([schema, json, expected]) => {
  expect(checkSchema({}, schema, JSON.parse(json)).map(places)).toEqual([{ path: "", expected, got: "number" }]);
});

test.for([
  [{ type: "integer" }, "9007199254740991"],
  [{ type: "integer" }, "-9007199254740991"],
  [{ type: "integer" }, "1.0"],
  [{ type: "number" }, "9007199254740993"],
  [{ type: "number" }, "1e300"],
] as const)("takes a number that is what was written, or that the contract does not count: %j %s", ([schema, json]) => {
  expect(checkSchema({}, schema, JSON.parse(json))).toEqual([]);
});

test("is a Standard Schema", () => {
  const schema = validators.getItem.output["~standard"];
  const item = { id: "i", later: true };
  expect(schema.validate(item)).toEqual({ value: item });
  expect(schema.validate({ id: 1 })).toEqual({
    issues: [{ message: "/id should be string, not number", path: ["id"] }],
  });
  expect([schema.version, schema.vendor]).toEqual([1, "serviceform"]);
});

function readExamples({ properties = {} }: Schema): unknown[] {
  const example = Object.entries(properties).map(([key, schema]) => [key, (schema as { example?: unknown }).example]);
  const whole = Object.fromEntries(example.filter(([, given]) => given !== undefined));
  return [whole, ...Object.keys(whole).map((key) => ({ ...whole, [key]: undefined }))];
}

function places({ path, expected, got }: Finding): Omit<Finding, "message"> {
  return { path, expected, got };
}
