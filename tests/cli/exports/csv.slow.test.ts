import { readFile } from "node:fs/promises";
import { parse } from "csv-parse/sync";
import { afterAll, expect, test } from "vitest";
import { assertMessy, LISTS, openRecords } from "../records/open-records.ts";
import { toRows, toText } from "../records/to-rows.ts";

const account = await openRecords();
afterAll(() => account[Symbol.asyncDispose]());

test.for(LISTS)("csv-parse reads every value of the messy $noun from CSV", async (list) => {
  const records = await account.read(list);
  if (list.noun === "leads") assertMessy(records);
  const file = await account.export(list, "csv", "--bom", "--separator", ";");
  const rows: string[][] = parse(await readFile(file), { delimiter: ";", bom: true, recordDelimiter: "\r\n" });
  expect(rows).toEqual(toRows(records, list, toCell));
});

/** UTF-8 has no lone surrogate. */
function toCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  return typeof value === "string" && /^[=+\-@\t\r]/.test(value) ? `'${value}` : toText(value).toWellFormed();
}
