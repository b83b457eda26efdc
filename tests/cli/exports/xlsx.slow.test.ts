import readXlsx from "read-excel-file/node";
import { afterAll, expect, test } from "vitest";
import { LISTS, openRecords } from "../records/open-records.ts";
import { toRows, toXlsxCell } from "../records/to-rows.ts";

const account = await openRecords();
afterAll(() => account[Symbol.asyncDispose]());

test.for(LISTS)("read-excel-file reads every value of the messy $noun from XLSX", async (list) => {
  const [sheet] = await readXlsx(await account.export(list, "xlsx"), { trim: false });
  const rows = sheet?.data.map((row) => row.map((cell) => (typeof cell === "string" ? decodeXstring(cell) : cell)));
  expect(rows).toEqual(toRows(await account.read(list), list, toXlsxCell));
});

/** The reader does not decode ST_Xstring of ECMA-376. */
function decodeXstring(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
