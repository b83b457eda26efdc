import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { renderReport } from "./render-report.ts";
import { type Changes, createSmallSandbox, driftOf } from "./testing/drifted-sandbox.ts";

/** A mark in every value and in every name that is data. */
const MARK = "jane.doe@";
const reading = Object.entries(operationTable).flatMap(([id, { writes }]) => (writes ? [] : [id]));

test("the report contains no value of a response and no field name that is data", { timeout: 60_000 }, async () => {
  const change = fc.func(fc.constantFrom("text", "number", "null", "object", "list", "same", "gone"));
  await fc.assert(
    fc.asyncProperty(change, async (choose) => {
      const mark = (value: unknown) => markAll(value, choose, "");
      const changes: Changes = Object.fromEntries(reading.map((id) => [id, mark]));
      const sandbox = createSmallSandbox({ leadCount: 6, chatCount: 6 });
      const report = await driftOf(changes, { elements: 4, calls: 2 }, sandbox);
      expect(report.drift.length).toBeGreaterThan(0);
      expect(JSON.stringify(report) + renderReport(report)).not.toContain("jane");
      expect(JSON.stringify(report) + renderReport(report)).not.toMatch(/4711/);
    }),
    { numRuns: 25, seed: 1 },
  );
});

test.for([
  ["an email address", "jane@example.com"],
  ["a phone number", "+358401234567"],
  ["an ID", "user_58231"],
  ["a name", "Jane Doe"],
  ["a long text", "a".repeat(41)],
])("the report counts a field named like %s without its name", async ([, name = ""]) => {
  const report = await driftOf({ listLeads: (leads: object[]) => leads.map((lead) => ({ ...lead, [name]: 1 })) });
  expect(report.drift).toMatchObject([{ field: "*", count: 30, observed: [{ place: "[].*" }] }]);
});

test("more than 20 undeclared names at one place are masked as the keys of a map", async () => {
  const add = (leads: object[]) => leads.map((lead, index) => ({ ...lead, [`visitor_${letters(index)}`]: true }));
  const report = await driftOf({ listLeads: add });
  expect(report.drift).toMatchObject([{ field: "*", count: 30, of: 30, observed: [{ place: "[].*" }] }]);
});

test("the report masks the keys of a declared map", async () => {
  const change = () => ({ chatsBySource: { "jane.doe@example.com": "many" } });
  expect((await driftOf({ getChatStatistics: change })).drift).toMatchObject([
    { kind: "mistyped", observed: [{ place: "chatsBySource.*" }], file: "spec/components/schemas/ChatStatistics.yaml" },
  ]);
});

/** The value with marks in place of its data, some values corrupted, and a marked extra field. */
function markAll(value: unknown, choose: (path: string) => string, path: string): unknown {
  switch (path === "" ? "same" : choose(path)) {
    case "text":
      return `${MARK}text`;
    case "number":
      return 4711;
    case "null":
      return null;
    case "object":
      return { [`${MARK}key`]: `${MARK}inside` };
    case "list":
      return [`${MARK}element`, 4711];
    case "gone":
      return undefined;
    default:
      break;
  }
  if (Array.isArray(value)) return value.map((item, index) => markAll(item, choose, `${path}/${index}`));
  if (typeof value !== "object" || value === null) return typeof value === "string" ? `${MARK}${value}` : value;
  const entries = Object.entries(value).map(([key, inner]) => [key, markAll(inner, choose, `${path}/${key}`)]);
  return { ...Object.fromEntries(entries), extra: `${MARK}extra`, [`${MARK}field`]: 4711 };
}

function letters(index: number): string {
  return String.fromCharCode(97 + Math.trunc(index / 26), 97 + (index % 26));
}
