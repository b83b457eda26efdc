import { expect, test } from "vitest";
import { count, renderTable } from "./render-table.ts";

const rows = [
  { version: "5.4.5", cells: ["", "every-entry.ts(1,1): error TS1"] },
  { version: "7.1.0-beta", cells: ["", undefined] },
];

test("shows every cell, then what a compiler said", () => {
  expect(renderTable(["nodenext dom", "bundler dom"], rows)).toBe(
    `TypeScript  nodenext dom  bundler dom
5.4.5       ok            FAILED
7.1.0-beta  ok            -

TypeScript 5.4.5, bundler dom:
every-entry.ts(1,1): error TS1`,
  );
});

test("counts what compiled and what did not, not what a version does not have", () => {
  expect(count(rows)).toEqual({ passed: 2, failed: 1 });
});
