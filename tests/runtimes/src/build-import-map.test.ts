import { expect, test } from "vitest";
import { listEntries } from "./build-import-map.ts";

test("an entry is the file that a browser imports", () => {
  const exports = {
    ".": { types: "./a.d.ts", require: "./a.cjs", import: { types: "./a.d.mts", default: "./a.mjs" } },
    "./b": "./dist/b.js",
    "./data.json": { default: "./dist/data.json" },
  };
  expect(listEntries({ name: "p", exports })).toEqual([
    ["", "a.mjs"],
    ["/b", "dist/b.js"],
    ["/data.json", "dist/data.json"],
  ]);
});

test("patterns and entries without a browser condition are omitted", () => {
  expect(listEntries({ name: "p", exports: { "./*": "./*", "./node": { require: "./n.cjs" } } })).toEqual([]);
});

test("exports can be one file, files by condition, or missing", () => {
  expect(listEntries({ name: "p", exports: "./a.js" })).toEqual([["", "a.js"]]);
  expect(listEntries({ name: "p", exports: { import: "./a.mjs" } })).toEqual([["", "a.mjs"]]);
  expect(listEntries({ name: "p" })).toEqual([]);
});
