import * as types from "@serviceform/types";
import { expect, test } from "vitest";
import { checkSizeBudget, sizeLimit } from "./size-budget.ts";

/** Of a contract without any of the features that only some have. */
const none = Object.fromEntries(
  Object.keys(types)
    .filter((name) => name.startsWith("uses"))
    .map((name) => [name, false]),
) as Parameters<typeof sizeLimit>[1]; // Each constant of that prefix is a feature.
const limit = sizeLimit(9, none);
const known = { "client/send.ts": 1_500, "client/report.ts": 1_900 };

test("a bundle within the budget passes, whichever files grew", () => {
  expect(checkSizeBudget({ gzip: limit, limit }, [["client/send.ts", 1_600]], known)).toEqual([]);
});

test("the budget grows with each operation beyond the first nine", () => {
  expect([0, 9, 10, 11].map((operations) => sizeLimit(operations, none) - limit)).toEqual([0, 0, 40, 80]);
});

test("the budget grows with each feature that the contract has", () => {
  const pages = sizeLimit(9, { ...none, usesPages: true }) - limit;
  const styles = sizeLimit(9, { ...none, usesStyles: true }) - limit;
  expect(pages).toBeGreaterThan(styles);
  expect(sizeLimit(9, { ...none, usesPages: true, usesStyles: true }) - limit).toBe(pages + styles);
});

test("checkSizeBudget lists the files that grew, the most first, when the budget is exceeded", () => {
  const files = [
    ["client/report.ts", 1_800],
    ["client/send.ts", 1_540],
    ["client/new.ts", 300],
  ] as const;
  expect(checkSizeBudget({ gzip: limit + 120, limit }, files, known)).toEqual([
    [
      `A bundle of all operations weighs ${limit + 120} bytes after gzip, 120 too many:`,
      "  client/new.ts grew by 300 to 300 bytes, minified",
      "  client/send.ts grew by 40 to 1540 bytes, minified",
    ].join("\n"),
  ]);
});

test("checkSizeBudget reports an exceeded budget when no file grew", () => {
  expect(checkSizeBudget({ gzip: limit + 1, limit }, [["client/send.ts", 1_500]], known)[0]).toMatch(
    /1 too many:\n {2}no file of ours grew$/,
  );
});

for (const file of [
  "client/validate/validators.ts",
  "client/openapi-fetch/adapter.ts",
  "openapi-fetch/index.mjs",
  "types/openapi.json",
  "types/generated/openapi.json",
  "types/contract.js",
  "types/generated/contract.ts",
  "types/describe.js",
  "types/generated/describe.ts",
]) {
  test(`${file} must not be in the main entry`, () => {
    expect(checkSizeBudget({ gzip: 1, limit }, [[file, 10]], known)).toEqual([
      `${file} is in the bundle of @serviceform/client alone.`,
    ]);
  });
}
