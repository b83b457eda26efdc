import { createWriteStream, readFileSync, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { DuckDBInstance } from "@duckdb/node-api";
import { run } from "@serviceform/cli";
import { createClient } from "@serviceform/client";
import { schemas } from "@serviceform/types/describe";
import { stringify } from "csv-stringify";
import exceljs from "exceljs";

/** Exports all leads in one way and prints what that took: milliseconds, bytes of the file, and of memory at its peak. */
const [, , way = "", baseUrl = "", file = ""] = process.argv;
const columns = Object.keys(schemas["Lead"]?.fields ?? {});
const startedAt = performance.now();
const ways: Readonly<Record<string, () => Promise<void>>> = {
  cli: exportByCommand,
  "csv-stringify": exportByCsvStringify,
  exceljs: exportByExceljs,
  duckdb: exportByDuckDb,
};
await ways[way]?.();
console.log(JSON.stringify({ ms: performance.now() - startedAt, fileBytes: statSync(file).size, peakBytes: peak() }));
process.exit();

async function exportByCommand(): Promise<void> {
  const quiet = { write: () => true };
  const env = { SERVICEFORM_API_KEY: "k", SERVICEFORM_BASE_URL: baseUrl };
  const exitCode = await run(["leads", "export", file, "--quiet"], { env, stdout: quiet, stderr: process.stderr });
  if (exitCode !== 0) throw new Error(`serviceform leads export ended with ${exitCode}`);
}

function readLeads(): AsyncIterable<object> {
  return createClient({ baseUrl, apiKey: "k" }).stream.listLeads();
}

async function exportByCsvStringify(): Promise<void> {
  const options = { header: true, columns, record_delimiter: "windows", escape_formulas: true } as const;
  await pipeline(readLeads(), stringify(options), createWriteStream(file));
}

async function exportByExceljs(): Promise<void> {
  const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file });
  const sheet = workbook.addWorksheet("leads");
  sheet.columns = columns.map((key) => ({ header: key, key }));
  const times = columns.filter((name) => schemas["Lead"]?.fields[name]?.format === "date-time");
  for await (const lead of readLeads()) sheet.addRow(toRow(lead, times)).commit();
  sheet.commit();
  await workbook.commit();
}

function toRow(lead: object, times: readonly string[]): object {
  const cells = Object.entries(lead).map(([name, value]) => {
    if (times.includes(name)) return [name, new Date(value)];
    return [name, typeof value === "object" ? JSON.stringify(value) : value];
  });
  return Object.fromEntries(cells);
}

/** It reads a file of JSON, not a stream. */
async function exportByDuckDb(): Promise<void> {
  const json = `${file}.json`;
  const { body } = await fetch(`${baseUrl}/leads`);
  if (body) await pipeline(body, createWriteStream(json));
  const connection = await (await DuckDBInstance.create()).connect();
  await connection.run(`copy (from read_json('${json}')) to '${file}' (format parquet)`);
}

/** Linux counts the parent's memory into `maxRSS` of a process that it starts; the high water mark is the process's own. */
function peak(): number {
  try {
    const [, kilobytes] = readFileSync("/proc/self/status", "utf8").match(/^VmHWM:\s+(\d+) kB$/m) ?? [];
    if (kilobytes) return Number(kilobytes) * 1024;
  } catch {}
  return process.resourceUsage().maxRSS * 1024;
}
