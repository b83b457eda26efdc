import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { assertMessy, fieldsOf, LISTS, openRecords } from "../records/open-records.ts";

const account = await openRecords();
afterAll(() => account[Symbol.asyncDispose]());

test.for(LISTS)("csv-parse reads every value of the messy $noun from CSV", async (list) => {
  const records = await account.read(list);
  if (list.noun === "leads") assertMessy(records);
  const { file } = await account.export(list, "csv", "--bom", "--separator", ";");
  const rows: string[][] = parse(await readFile(file), { delimiter: ";", bom: true, recordDelimiter: "\r\n" });
  const fields = fieldsOf(list);
  expect(rows.shift()).toEqual(fields.map(([name]) => name));
  expect(rows).toEqual(records.map((record) => fields.map(([name]) => toCell(record[name]))));
});

/** UTF-8 has no lone surrogate. */
function toCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "object") return JSON.stringify(value);
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : String(value).toWellFormed();
}
