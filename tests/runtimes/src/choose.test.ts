import { expect, test } from "vitest";
import { choose } from "./choose.ts";

const known = ["node-20.19", "node-22", "deno", "bun"];

test("without names everything is run", () => {
  expect(choose([], known)).toEqual(known);
});

test("a name chooses one, several names several, in the order of the matrix", () => {
  expect(choose(["bun"], known)).toEqual(["bun"]);
  expect(choose(["bun", "node-22", "bun"], known)).toEqual(["node-22", "bun"]);
});

test("node stands for every line", () => {
  expect(choose(["node"], known)).toEqual(["node-20.19", "node-22"]);
});

test("the error of an unknown name lists the known ones", () => {
  expect(() => choose(["bun", "bunn"], known)).toThrow("There is no bunn. There are: node-20.19, node-22, deno, bun.");
});
