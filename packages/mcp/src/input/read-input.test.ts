import type { JsonSchema } from "@serviceform/types/describe";
import { expect, test } from "vitest";
import { readInput } from "./read-input.js";

const object: JsonSchema = { type: "object", properties: { name: { type: "string" } }, additionalProperties: false };
const array: JsonSchema = { type: "array", items: object };

test.for([
  { title: "an object", schema: object, text: '{"name":"a"}', value: { name: "a" } },
  { title: "an array", schema: array, text: '[{"name":"a"}]', value: [{ name: "a" }] },
  { title: "an object of an array", schema: array, text: ['{"name":"a"}'], value: [{ name: "a" }] },
  { title: "an object or an array", schema: { oneOf: [object, array] }, text: "[]", value: [] },
  { title: "an object or null", schema: { anyOf: [object, { type: "null" }] }, text: " {}", value: {} },
  { title: "an object or text", schema: { oneOf: [object, { type: "string" }] }, text: "{}", value: "{}" },
  { title: "text", schema: { type: "string" }, text: "[1]", value: "[1]" },
])("$title in a text is read", ({ schema, text, value }) => {
  expect(readInput({ type: "object", properties: { given: schema } }, { given: text })).toEqual({ given: value });
});

test.for(["{", "[]", "5"])("the text %s is no object", (text) => {
  expect(() => readInput({ type: "object", properties: { given: object } }, { given: text })).toThrow(
    "given must be an object",
  );
});
