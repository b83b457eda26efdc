import type { Schema } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import { deserialize } from "./deserialize.js";

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
])("%j reads %j as %j", (schema, sent, value) => {
  expect(deserialize(schema, sent)).toEqual(value);
});
