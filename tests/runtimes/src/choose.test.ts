import { expect, test } from "vitest";
import { choose } from "./choose.ts";

const known = ["node-20.19", "node-22", "deno", "bun"];

test("no names choose every column", () => {
  expect(choose([], known)).toEqual(known);
});

test("names choose columns in the order of the matrix", () => {
  expect(choose(["bun"], known)).toEqual(["bun"]);
  expect(choose(["bun", "node-22", "bun"], known)).toEqual(["node-22", "bun"]);
});

test("node chooses every release line", () => {
  expect(choose(["node"], known)).toEqual(["node-20.19", "node-22"]);
});

test("the error of an unknown name lists the known ones", () => {
  expect(() => choose(["bun", "bunn"], known)).toThrow('unknown name "bunn"; expected node-20.19, node-22, deno, bun');
});
