import { expect, test } from "vitest";
import { deserialize } from "./deserialize.js";
import type { Schema } from "./document.js";

const list = { type: "array", items: { type: "integer" } };

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
])("%j reads %j as %j", (schema, sent, value) => {
  expect(deserialize({ name: "x", in: "query", schema }, sent)).toEqual(value);
});

test("a list that is not exploded is joined by commas", () => {
  expect(deserialize({ name: "x", in: "query", schema: list, explode: false }, ["1,2"])).toEqual([1, 2]);
});
