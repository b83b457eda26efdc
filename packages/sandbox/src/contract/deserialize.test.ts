import type { Schema } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import { deserialize, deserializeProperties } from "./deserialize.js";

const list: Schema = { type: "array", items: { type: "integer" } };

test.each<[Schema, string[], unknown]>([
  [{ type: "string" }, ["1"], "1"],
  [{ type: "string" }, ["a", "b"], ["a", "b"]],
  [{ type: "integer" }, ["12"], 12],
  [{ type: "integer" }, [""], ""],
  [{ type: "number" }, ["1e3"], 1000],
  [{ type: "number" }, ["many"], "many"],
  [{ type: "boolean" }, ["true"], true],
  [{ type: "boolean" }, ["false"], false],
  [{ type: "boolean" }, ["1"], "1"],
  [list, ["1", "2"], [1, 2]],
  [list, ["1,2"], ["1,2"]],
  [{ allOf: [{ type: "integer" }, { minimum: 1 }] }, ["12"], 12],
  [{ allOf: [list] }, ["1"], [1]],
  [{ oneOf: [{ type: "integer" }, { type: "boolean" }] }, ["true"], true],
  [{ oneOf: [{ type: "integer" }, { type: "boolean" }] }, ["a"], "a"],
  [{ anyOf: [{ type: "integer" }, { type: "string" }] }, ["12"], "12"],
  [{ anyOf: [{ type: "integer" }, {}] }, ["12"], "12"],
  [{ oneOf: [{ type: "integer" }, list] }, ["1", "2"], [1, 2]],
  [{ anyOf: [list, { type: "integer" }] }, ["1"], 1],
  [{ oneOf: [{ type: "string" }, { allOf: [{ type: "array", items: { type: "string" } }] }] }, ["1"], "1"],
  [{ type: "object" }, ['{"a":1}'], { a: 1 }],
  [{ type: "object" }, ["{"], "{"],
])("%j reads %j as %j", (schema, sent, value) => {
  expect(deserialize(schema, sent)).toEqual(value);
});

test("properties are read by their own schemas, else by that of all others", () => {
  const schema: Schema = { properties: { a: { type: "string" } }, additionalProperties: { type: "integer" } };
  expect(deserializeProperties(schema, { a: "1", b: "2", constructor: "3" })).toEqual({ a: "1", b: 2, constructor: 3 });
  expect(deserializeProperties({ properties: {} }, { toString: "1" })).toEqual({ toString: "1" });
});
