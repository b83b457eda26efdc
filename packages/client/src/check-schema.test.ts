import contract from "@serviceform/types/openapi.json" with { type: "json" };
import { Ajv } from "ajv";
import fc from "fast-check";
import { expect, test } from "vitest";
import { checkSchema, type Finding, type Schema, type Schemas } from "./check-schema.js";
import { validators } from "./validate.js";

const schemas = contract.components.schemas as Schemas;
const ajv = new Ajv({ strict: false, validateFormats: false, allErrors: true });
ajv.addSchema({ $id: "contract", components: contract.components });

/** Values that are nearly right: objects with keys of the schemas, and anything as their values. */
const keys = [...new Set(Object.values(schemas).flatMap(({ properties = {} }) => Object.keys(properties)))];
const { value } = fc.letrec((tie) => ({
  value: fc.oneof(
    { maxDepth: 4, withCrossShrink: true },
    fc.jsonValue({ maxDepth: 1 }),
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
      fc.property(fc.oneof(fc.jsonValue(), fc.constantFrom("a", 1, 2.5, [true], { a: 1 }, { a: "1" })), (candidate) => {
        expect(checkSchema({}, schema, candidate).length === 0).toBe(judge(candidate));
      }),
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
    { path: "/other", expected: "nothing", got: "number" },
  ]);
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
