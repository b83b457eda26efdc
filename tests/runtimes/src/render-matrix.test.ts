import { expect, test } from "vitest";
import { type Column, count, renderMatrix } from "./render-matrix.ts";

const passed = { group: "retries", title: "a list is sent again", where: "http", ms: 3 } as const;
const failed = {
  ...passed,
  title: "a create is sent once",
  error: "AssertionError: expected 2 to equal 1\n    at run",
};
const good: Column = { name: "bun", version: "1.4.5", seconds: 2.34, results: [passed, passed] };
const bad: Column = { name: "deno", version: "2.9.6", seconds: 1, results: [passed, failed] };
const missing: Column = { name: "firefox", missing: "apt-get install firefox-esr" };
const broken: Column = { name: "workerd", version: "1", seconds: 0, results: [], broke: "no report" };

test("a cell has the number of passed cases, and of all if some failed", () => {
  const [row] = /^retries.*$/m.exec(renderMatrix([good, bad])) ?? [];
  expect(row?.split(/ {2,}/)).toEqual(["retries, http", "2", "1 of 2"]);
});

test("a failed case is printed with its error", () => {
  expect(renderMatrix([bad])).toContain("deno: retries, http: a create is sent once\n    AssertionError: expected 2");
});

test("an unavailable runtime is not run, prints how to get it, and counts as failed", () => {
  const text = renderMatrix([good, missing]);
  expect(text).toMatch(/^retries, http +2 +not run$/m);
  expect(text).toContain("firefox was not run: apt-get install firefox-esr");
  expect(count([good, missing])).toEqual({ passed: 2, failed: 1 });
});

test("a runtime that broke is a failure, even if no case failed before", () => {
  expect(renderMatrix([good, broken])).toMatch(/^retries, http +2 +broke$/m);
  expect(count([{ ...good, broke: "it stopped" }])).toEqual({ passed: 2, failed: 1 });
  expect(count([broken])).toEqual({ passed: 0, failed: 1 });
});

test("a runtime without results is a failure", () => {
  expect(count([{ ...good, results: [] }])).toEqual({ passed: 0, failed: 1 });
});

test("many columns are split into several tables that fit a terminal", () => {
  const lines = renderMatrix(Array.from({ length: 13 }, () => good)).split("\n");
  expect(Math.max(...lines.map((line) => line.length))).toBeLessThanOrEqual(100);
  expect(lines.filter((line) => line.startsWith("version"))).toHaveLength(4);
});
