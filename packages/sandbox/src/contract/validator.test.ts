import { schemas } from "@serviceform/types/contract";
import openapi from "@serviceform/types/openapi.json" with { type: "json" };
import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzBudget } from "../testing/fuzz-budget.js";
import { createSandbox } from "../testing/sandbox.js";
import { validateSchema } from "../testing/validate-exchange.js";
import { createValidator, messageFor } from "./validator.js";

const { spaces, items, leads, chats } = createSandbox({ leadCount: 20 }).store;
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

const isRounded = (value: unknown): boolean => Number.isInteger(value) && !Number.isSafeInteger(value);

/** Any JSON, and values near the edges of the contract's formats and types. */
const unusual = fc.oneof(
  // An integer that JSON.parse may have rounded is an issue here, and none to ajv.
  fc
    .jsonValue({ maxDepth: 2 })
    .map((value) => JSON.parse(JSON.stringify(value), (_, inner) => (isRounded(inner) ? 0.5 : inner))),
  fc.constantFrom(
    "2025-02-29T00:00:00Z",
    "2024-02-29T23:59:60Z",
    "2025-01-01T00:00:00",
    "2025-01-01",
    "",
    -1,
    0,
    1.5,
    null,
  ),
);

/** A value with something in it exchanged, added or left out. */
const corrupted = (value: unknown): fc.Arbitrary<unknown> => {
  if (typeof value !== "object" || value === null) return unusual;
  const entries = Object.entries(value);
  const rebuild = (changed: readonly (readonly [string, unknown])[]) =>
    Array.isArray(value) ? changed.map(([, inner]) => inner) : Object.fromEntries(changed);
  const exchanged = fc.nat(Math.max(entries.length - 1, 0)).chain((index) => {
    const [key = "0", inner] = entries[index] ?? [];
    return corrupted(inner).map((other) => rebuild([...entries.filter(([own]) => own !== key), [key, other]]));
  });
  const shortened = fc.subarray(entries).map(rebuild);
  const added = fc
    .tuple(fc.constantFrom("constructor", "__proto__", "toString", "extra", "id"), unusual)
    .map((extra) => rebuild([...entries, extra]));
  return fc.oneof(exchanged, exchanged, shortened, added, unusual);
};

test.each(Object.entries(examples))("agrees with ajv on %s and its variations", (name, values) => {
  const check = createValidator(schemas[name] ?? {});
  const budget = fuzzBudget(200);
  let valid = 0;
  fc.assert(
    fc.property(
      fc.constantFrom(...values).chain((value) => fc.oneof(fc.constant(value), corrupted(value))),
      (value) => {
        const verdict = validateSchema(name, JSON.stringify(value));
        if (verdict === undefined) valid += 1;
        expect(check(value) === undefined).toBe(verdict === undefined);
      },
    ),
    budget,
  );
  expect(valid).toBeGreaterThan(budget.numRuns / 10);
});

test.each([
  [{}, "/primary_field", "It is missing; expected: string."],
  [{ primary_field: 1 }, "/primary_field", "Expected: string; received: number."],
  [{ primary_field: "", extra: 1 }, "/*", "Expected: nothing; received: number."],
])("names path and problem of %j", (value, path, sentence) => {
  const issue = createValidator(schemas.ItemInput ?? {})(value);
  expect(issue?.path).toBe(path);
  expect(issue && messageFor(issue)).toBe(sentence);
});

test("a value is validated as JSON serializes it", () => {
  const check = createValidator({ type: "object", required: ["at"], properties: { at: { type: "string" } } });
  expect(check({ at: new Date(0) })).toBeUndefined();
  expect(check({ at: undefined })).toBeDefined();
  const cycle: { at?: unknown } = {};
  cycle.at = cycle;
  expect(check(cycle)).toMatchObject({ expected: "a value that JSON has a form for" });
  expect(check({ at: 1n })).toMatchObject({ expected: "a value that JSON has a form for" });
});

test("the contract's lists restrict their elements only, so that they can be checked one by one", () => {
  for (const list of JSON.stringify(openapi.paths).match(/"schema":\{"type":"array"[^}]*\}/g) ?? []) {
    expect(list).toMatch(/^"schema":\{"type":"array","items":\{"(\$ref|type)":"[^"]*"\}$/);
  }
});
