import { join } from "node:path";
import { startServer } from "@serviceform/sandbox/server";
import { afterAll, expect, onTestFinished, test } from "vitest";
import { assertMessy, LISTS, type List, openRecords, runCommand } from "../records/open-records.ts";
import { type Cell, toRows, toText, toXlsxCell } from "../records/to-rows.ts";
import { openInOffice } from "./open-in-office.ts";

const account = await openRecords();
afterAll(() => account[Symbol.asyncDispose]());

test("LibreOffice reads typed cells and every value of the messy records from XLSX", async () => {
  const files = await exportAll("xlsx");
  const sheets = await openInOffice(files);
  for (const [index, list] of LISTS.entries()) {
    const expected = await expectSheet(list, (value, field) => toStored(toXlsxCell(value, field)));
    expect(comparable(sheets[index] ?? [], expected)).toEqual(expected);
  }
});

test("LibreOffice reads every value of the messy records from CSV, and no formula", async () => {
  const files = await exportAll("csv", "--bom", "--separator", ";");
  const sheets = await openInOffice(files, { separators: ";" });
  for (const [index, list] of LISTS.entries()) {
    const expected = await expectSheet(list, toCsvCell);
    expect(comparable(sheets[index] ?? [], expected)).toEqual(expected);
  }
});

test("no text with a formula in disguise is one for LibreOffice, with the separators that it suggests", async () => {
  const server = await startServer();
  onTestFinished(() => server.close());
  const names = ["=1+1", "\0=1+1", "a;=1+1", "a\t=1+1"];
  server.sandbox.store.leads = names.map((name, index) => ({ id: `lead-${index}`, name }));
  const file = join(account.folder, "disguised.csv");
  const env = { SERVICEFORM_API_KEY: "sf_sandbox_key", SERVICEFORM_BASE_URL: server.url };
  await runCommand(["leads", "export", file, "--fields", "id,name"], env);
  const [rows] = await openInOffice([file], { separators: ",;\t" });
  // It drops the NUL.
  expect(rows?.map(([, name]) => name)).toEqual(["name", "'=1+1", "'=1+1", "a;=1+1", "a\t=1+1"]);
});

async function exportAll(ending: string, ...flags: string[]): Promise<readonly string[]> {
  const files: string[] = [];
  for (const list of LISTS) files.push(await account.export(list, ending, ...flags));
  return files;
}

/** LibreOffice stores hundredths of a second, so a time that close counts as equal. */
function comparable(rows: Sheet, expected: Sheet): Sheet {
  return rows.map((row, index) =>
    row.map((cell, column) => {
      const time = expected[index]?.[column];
      if (typeof cell === "string") return cell.replaceAll("\ufffd", "");
      return cell instanceof Date && time instanceof Date && Math.abs(+cell - +time) < 10 ? time : cell;
    }),
  );
}

type Sheet = readonly (readonly Cell[])[];

async function expectSheet(list: List, toCell: Parameters<typeof toRows>[2]): Promise<Sheet> {
  const records = await account.read(list);
  if (list.noun === "leads") assertMessy(records);
  return toRows(records, list, toCell).map((row) => row.slice(0, row.findLastIndex((cell) => cell !== null) + 1));
}

function toCsvCell(value: unknown): Cell {
  if (value === undefined || value === null || value === "") return null;
  if (typeof value === "number" || typeof value === "boolean") return value;
  return toStored(/^[=+\-@\t\r]/.test(toText(value)) ? `'${toText(value)}` : toText(value));
}

/** LibreOffice ends lines with LF, drops the tabs of a cell that has several, and stores no character that XML forbids. */
function toStored(cell: Cell): Cell {
  if (typeof cell !== "string") return cell;
  const lines = cell.replaceAll("\r\n", "\n").toWellFormed().replace(FORBIDDEN, "");
  return lines.includes("\n") ? lines.replaceAll("\t", "") : lines;
}

// biome-ignore lint/suspicious/noControlCharactersInRegex: these characters are removed
const FORBIDDEN = /[\u0000-\u0008\u000b-\u001f\ufffd]/g;
