import readXlsx from "read-excel-file/node";
import { afterAll, expect, test } from "vitest";
import { fieldsOf, LISTS, openRecords, toTime } from "../records/open-records.ts";

const account = await openRecords();
afterAll(() => account[Symbol.asyncDispose]());

test.for(LISTS)("read-excel-file reads every value of the messy $noun from XLSX", async (list) => {
  const records = await account.read(list);
  const { file } = await account.export(list, "xlsx");
  const [sheet] = await readXlsx(file, { trim: false });
  const [header, ...rows] = sheet?.data ?? [];
  const fields = fieldsOf(list);
  expect(header).toEqual(fields.map(([name]) => name));
  expect(rows).toHaveLength(records.length);
  for (const [index, record] of records.entries()) {
    const cells = rows[index]?.map((cell) => (typeof cell === "string" ? decodeXstring(cell) : cell));
    expect(cells).toEqual(fields.map(([name, field]) => toCell(record[name], field)));
  }
});

function toCell(value: unknown, field: Parameters<typeof toTime>[1]): unknown {
  if (value === undefined || value === null || value === "") return null;
  const time = toTime(value, field);
  if (time) return time;
  // The limit of Excel.
  return typeof value === "number" || typeof value === "boolean" ? value : toText(value).slice(0, 32_767);
}

function toText(value: unknown): string {
  return typeof value === "string" ? value : JSON.stringify(value);
}

/** The reader does not decode ST_Xstring of ECMA-376. */
function decodeXstring(text: string): string {
  return text.replace(/_x([0-9A-F]{4})_/g, (_, code: string) => String.fromCharCode(Number.parseInt(code, 16)));
}
