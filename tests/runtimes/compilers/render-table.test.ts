import { expect, test } from "vitest";
import { count, renderTable } from "./render-table.ts";

const rows = [
  { version: "5.4.5", cells: ["", "every-entry.ts(1,1): error TS1"] },
  { version: "7.1.0-beta", cells: ["", undefined] },
];

test("renderTable renders every cell, then the output of each compiler", () => {
  expect(renderTable(["nodenext dom", "bundler dom"], rows)).toBe(
    `TypeScript  nodenext dom  bundler dom
5.4.5       ok            FAILED
7.1.0-beta  ok            -

TypeScript 5.4.5, bundler dom:
every-entry.ts(1,1): error TS1`,
  );
});

test("count counts passed and failed settings, without those that a version lacks", () => {
  expect(count(rows)).toEqual({ passed: 2, failed: 1 });
});
