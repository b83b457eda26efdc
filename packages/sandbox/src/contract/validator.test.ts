import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import fc from "fast-check";
import { expect, test } from "vitest";
import { judgeSchema } from "../testing/judge.js";
import { createSandbox } from "../testing/sandbox.js";
import { document } from "./document.js";
import { mapSchemas } from "./json-schema.js";
import { quickCheck } from "./quick-check.js";
import { createValidator } from "./validator.js";

const { spaces, items, leads, chats } = createSandbox({ scale: 20 }).store;
const examples: Record<string, readonly unknown[]> = {
  Space: spaces,
  Item: items,
  Lead: leads,
  Chat: chats,
  ItemInput: [{ primary_field: "Acme" }],
  ChatQuery: [
    { startTime: "2025-01-01T00:00:00Z", endTime: "2025-01-01T00:00:00Z", uid: "a", limit: 3, chatbot: true },
  ],
  ChatStatistics: [openapi.paths["/statistics/chat"].get.responses[200].content["application/json"].example],
};

/** JSON of any kind, and what the contract's formats and types are picky about. */
const odd = fc.oneof(
  fc.jsonValue({ maxDepth: 2 }),
  fc.constantFrom(
    "2025-02-29T00:00:00Z",
    "2024-02-29T23:59:60Z",
    "2025-01-01T00:00:00",
    "2025-01-01",
    "",
    -1,
    0,
    1.5,
    1e21,
    null,
  ),
);

/** A value with something in it exchanged, added or left out. */
const spoilt = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== "object" || value === null) return odd;
  const entries = Object.entries(value);
  const rebuild = (changed: readonly (readonly [string, unknown])[]) =>
    Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
  const exchanged = fc.nat(Math.max(entries.length - 1, 0)).chain((index) => {
    const [key = "0", inner] = entries[index] ?? [];
    return spoilt(inner).map((other) => rebuild([...entries.filter(([own]) => own !== key), [key, other]]));
  });
  const shortened = fc.subarray(entries).map(rebuild);
  const added = fc
    .tuple(fc.constantFrom("constructor", "__proto__", "toString", "extra", "id"), odd)
    .map((extra) => rebuild([...entries, extra]));
  return fc.oneof(exchanged, exchanged, shortened, added, odd);
};

test.each(Object.entries(examples))("agrees with ajv on %s and its variations", (name, values) => {
  const check = createValidator({ $ref: `#/components/schemas/${name}` });
  const schemas = mapSchemas(document.components.schemas);
  const isQuick = quickCheck({ $ref: `#/components/schemas/${name}` }, schemas);
  let valid = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...values).chain((value) => fc.oneof(fc.constant(value), spoilt(value))),
      (value) => {
        const verdict = judgeSchema(name, JSON.stringify(value));
        if (verdict === undefined) valid += 1;
        expect(check(value) === undefined).toBe(verdict === undefined);
        // The quick check may be unsure of a valid value, but has to know all that the world is made of.
        if (isQuick(value)) expect(verdict).toBeUndefined();
      },
    ),
    { seed: 1, numRuns: 1_000 },
  );
  expect(valid).toBeGreaterThan(100);
  expect(values.filter((value) => !isQuick(value))).toEqual([]);
});

test.each([
  [{}, "", 'Instance does not have required property "primary_field".'],
  [{ primary_field: 1 }, "/primary_field", 'Instance type "number" is invalid. Expected "string".'],
  [{ primary_field: "", extra: 1 }, "/extra", "There is no such property."],
])("says of %j where and what is wrong", (value, pointer, message) => {
  expect(createValidator({ $ref: "#/components/schemas/ItemInput" })(value)).toEqual({ pointer, message });
});

test.each([
  [{ type: "string", nullable: true }, [null, "a"], [1, {}]],
  [{ type: "string", enum: ["a"], nullable: true }, [null, "a"], ["b"]],
  [{ type: "integer", minimum: 1, exclusiveMinimum: true, maximum: 3 }, [2, 3, 2.0], [1, 4, 1.5, "2", Number.NaN]],
  [{ type: "array", items: { type: "number" }, minItems: 1 }, [[1.5]], [[], ["a"], {}]],
  [{ type: "object", additionalProperties: { type: "integer" } }, [{}, { a: 1 }], [{ a: 1.5 }, []]],
  [{ type: "object", required: ["toString"] }, [{ toString: 1 }], [{}]],
  [
    {
      oneOf: [
        { type: "string", nullable: true },
        { type: "array", items: {} },
      ],
    },
    ["a", null, []],
    [1],
  ],
  [{ allOf: [{ $ref: "#/components/schemas/ItemInput" }] }, [{ primary_field: "" }], [{}]],
  [{ type: "string", format: "unheard-of", description: "x", example: { $ref: "#/nowhere" } }, ["a"], [1]],
  [{ not: { type: "string" } }, [1], ["a"]],
])("knows %j", (schema, valid, invalid) => {
  const check = createValidator(schema);
  for (const value of valid) expect(check(value)).toBeUndefined();
  for (const value of invalid) expect(check(value)).toBeDefined();
});

test("the contract's lists restrict their elements only, so that they can be checked one by one", () => {
  for (const list of JSON.stringify(openapi.paths).match(/"schema":\{"type":"array"[^}]*\}/g) ?? []) {
    expect(list).toMatch(/^"schema":\{"type":"array","items":\{"(\$ref|type)":"[^"]*"\}$/);
  }
});
