import { createWriteStream, statSync } from "node:fs";
import { pipeline } from "node:stream/promises";
import { createClient } from "@serviceform/client";
import { schemas } from "@serviceform/types/describe";
import { peakMemory } from "../peak-memory.ts";

/**
 * Exports all leads in one way and prints milliseconds, bytes of the file, and peak memory in bytes. Each way
 * imports only its own modules, before the measurement starts.
 */
const [, , way = "", baseUrl = "", file = ""] = process.argv;
const columns = Object.keys(schemas.Lead?.fields ?? {});
const ways: Readonly<Record<string, () => Promise<() => Promise<void>>>> = {
  cli: loadCommand,
  "csv-stringify": loadCsvStringify,
  exceljs: loadExceljs,
  duckdb: loadDuckDb,
};
const write = await ways[way]?.();
const startedAt = performance.now();
await write?.();
console.log(
  JSON.stringify({ ms: performance.now() - startedAt, fileBytes: statSync(file).size, peakBytes: peakMemory() }),
);
process.exit();

async function loadCommand(): Promise<() => Promise<void>> {
  const { run } = await import("@serviceform/cli");
  const quiet = { write: () => true };
  const env = { SERVICEFORM_API_KEY: "k", SERVICEFORM_BASE_URL: baseUrl };
  return async () => {
    const exitCode = await run(["leads", "export", file, "--quiet"], { env, stdout: quiet, stderr: process.stderr });
    if (exitCode !== 0) throw new Error(`serviceform leads export ended with ${exitCode}`);
  };
}

function readLeads(): AsyncIterable<object> {
  return createClient({ baseUrl, apiKey: "k" }).stream.listLeads();
}

async function loadCsvStringify(): Promise<() => Promise<void>> {
  const { stringify } = await import("csv-stringify");
  const options = { header: true, columns, record_delimiter: "windows", escape_formulas: true } as const;
  return () => pipeline(readLeads(), stringify(options), createWriteStream(file));
}

async function loadExceljs(): Promise<() => Promise<void>> {
  const { default: exceljs } = await import("exceljs");
  return async () => {
    const workbook = new exceljs.stream.xlsx.WorkbookWriter({ filename: file });
    const sheet = workbook.addWorksheet("leads");
    sheet.columns = columns.map((key) => ({ header: key, key }));
    const times = columns.filter((name) => schemas.Lead?.fields[name]?.format === "date-time");
    for await (const lead of readLeads()) sheet.addRow(toRow(lead, times)).commit();
    sheet.commit();
    await workbook.commit();
  };
}

function toRow(lead: object, times: readonly string[]): object {
  const cells = Object.entries(lead).map(([name, value]) => {
    if (times.includes(name)) return [name, new Date(value)];
    return [name, typeof value === "object" ? JSON.stringify(value) : value];
  });
  return Object.fromEntries(cells);
}

/** It reads a file of JSON, not a stream. */
async function loadDuckDb(): Promise<() => Promise<void>> {
  const { DuckDBInstance } = await import("@duckdb/node-api");
  const json = `${file}.json`;
  return async () => {
    const { body } = await fetch(`${baseUrl}/leads`);
    if (body) await pipeline(body, createWriteStream(json));
    const connection = await (await DuckDBInstance.create()).connect();
    await connection.run(`copy (from read_json('${json}')) to '${file}' (format parquet)`);
  };
}
