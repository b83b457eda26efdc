import type { ParameterContract } from "@serviceform/types/contract";
import { expect, test } from "vitest";
import { parseQuery } from "./parse-query.js";

const parameter = (name: string, style?: ParameterContract["style"]) =>
  ({ name, in: "query", required: false, schema: {}, style }) as ParameterContract;

test.for([
  ["?filter%5Ba%20b%5D=1&filter[c]=2", ["filter"], { filter: { "a b": "1", c: "2" } }],
  ["?filter%5Bby%5D%5Ba%5D=1", ["filter[by]"], { "filter[by]": { a: "1" } }],
  ["?f[by][a]=1&f[x]=2", ["f", "f[by]"], { "f[by]": { a: "1" }, f: { x: "2" } }],
  ["?filter=1&filterx[a]=2", ["filter"], { filter: ["1"], "filterx[a]": ["2"] }],
] as const)("the query %s has the objects of %j", ([search, names, expected]) => {
  const parameters = names.map((name) => parameter(name, "deepObject"));
  expect(Object.fromEntries(parseQuery(search, parameters))).toEqual(expected);
});

test("a parameter whose name ends in brackets is no property of an object", () => {
  const parameters = [parameter("ids", "deepObject"), parameter("ids[]", "csv")];
  expect(Object.fromEntries(parseQuery("?ids[]=a,b", parameters))).toEqual({ "ids[]": ["a", "b"] });
});
