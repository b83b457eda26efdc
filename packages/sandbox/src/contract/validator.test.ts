import { schemas } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import { createValidator, messageFor } from "./validator.js";

test.each([
  [{}, "/primary_field", "It is missing; expected: string."],
  [{ primary_field: 1 }, "/primary_field", "Expected: string; received: number."],
  [{ primary_field: "", extra: 1 }, "/*", "Expected: nothing; received: number."],
])("the issue of %j has its path and a sentence", (value, path, sentence) => {
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
