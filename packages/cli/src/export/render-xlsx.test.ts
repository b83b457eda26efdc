import { buffer } from "node:stream/consumers";
import { columnsOf, type JsonRecord } from "@serviceform/records";
import readXlsx from "read-excel-file/node";
import { expect, test } from "vitest";
import { renderXlsx } from "./render-xlsx.js";

async function render(schema: string, records: readonly JsonRecord[]): Promise<readonly Record<string, unknown>[]> {
  const source = async function* () {
    yield* records;
  };
  const chunks = renderXlsx(source(), columnsOf(schema), { sheet: "records", onCut: () => {} });
  const [sheet] = await readXlsx(await buffer(chunks));
  const [header = [], ...rows] = sheet?.data ?? [];
  return rows.map((row) => Object.fromEntries(header.map((name, index) => [String(name), row[index]])));
}

test("a number that Excel does not have is text", async () => {
  const rows = await render("Lead", [
    { id: "lead-1", duration: JSON.parse("1e999"), pageviews: JSON.parse("-1e999") },
    { id: "lead-2", duration: 1.79e308, pageviews: 9.99e307 },
  ]);
  expect(rows).toMatchObject([
    { duration: "Infinity", pageviews: "-Infinity" },
    { duration: "1.79e+308", pageviews: 9.99e307 },
  ]);
});

test("text in a column of times is no time, although Date.parse reads one in it", async () => {
  expect(await render("Lead", [{ created: "call me 5", updated: "Tuesday 12" }])).toMatchObject([
    { created: "call me 5", updated: "Tuesday 12" },
  ]);
});

test("a time before March 1900 or after 9999 keeps its value", async () => {
  const rows = await render("Lead", [
    { created: "1900-02-28T23:59:59.000Z", updated: "1900-03-01T00:00:00.000Z" },
    { created: "+010000-01-01T00:00:00.000Z", updated: "9999-12-31T00:00:00.000Z" },
  ]);
  expect(rows).toMatchObject([
    { created: "1900-02-28T23:59:59.000Z", updated: new Date("1900-03-01T00:00:00.000Z") },
    { created: "+010000-01-01T00:00:00.000Z", updated: new Date("9999-12-31T00:00:00.000Z") },
  ]);
  expect(await render("Chat", [{ lastMessageTime: 1_751_284_800_000_000 }])).toMatchObject([
    { lastMessageTime: 1_751_284_800_000_000 },
  ]);
});

test("the name of a sheet has at most the 31 characters that Excel takes", async () => {
  const none = async function* (): AsyncGenerator<JsonRecord> {};
  const sheet = "conversations-with-ratings-of-agents";
  const [first] = await readXlsx(await buffer(renderXlsx(none(), columnsOf("Lead"), { sheet, onCut: () => {} })));
  expect(first?.sheet).toBe("conversations-with-ratings-of-a");
});
