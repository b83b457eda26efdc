import { isUtf8 } from "node:buffer";
import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { type CsvRow, CsvSplitter } from "@serviceform/csv";
import { UsageError } from "../errors/usage-error.js";

/** A file of rows, read whole. */
export interface ImportFile {
  readonly sha256: string;
  /** The title of each row. */
  readonly titles: readonly string[];
  readonly otherColumns: readonly string[];
}

export async function readRows(path: string, column: string): Promise<ImportFile> {
  const bytes = await readFile(path).catch((error: NodeJS.ErrnoException) => {
    throw new UsageError(`FILE must be readable (${error.code})`);
  });
  // The rows of another encoding would be imported with replacement characters.
  if (!isUtf8(bytes)) throw new UsageError(`${path} must be UTF-8; in Excel save as CSV UTF-8`);
  // Excel still writes "CSV (Macintosh)".
  if (bytes.includes("\r") && !bytes.includes("\n")) {
    throw new UsageError(`${path} must have LF or CR LF as line breaks; in Excel save as CSV UTF-8`);
  }
  const { columns, rows } = /\.ndjson$/i.test(path) ? readLines(bytes) : readCsv(path, bytes);
  if (columns.length === 0) throw new UsageError("FILE must have rows; it is empty");
  if (!columns.includes(column)) {
    throw new UsageError(`unknown column "${column}"; expected ${columns.map(showSpaces).join(", ")}`);
  }
  if (columns.indexOf(column) !== columns.lastIndexOf(column)) {
    throw new UsageError(`column "${column}" occurs twice; rename one of them`);
  }
  const titles = rows.map((row, index) => readTitle(row[column], index + 1, column));
  const otherColumns = columns.filter((name) => name !== column);
  return { sha256: createHash("sha256").update(bytes).digest("hex"), titles, otherColumns };
}

/** Nobody would see that a name differs by a space around it. */
function showSpaces(name: string): string {
  return name === name.trim() ? name : JSON.stringify(name);
}

interface Table {
  readonly columns: readonly string[];
  readonly rows: readonly { readonly [column: string]: unknown }[];
}

function readTitle(value: unknown, row: number, column: string): string {
  const title = isExact(value) ? String(value) : (value ?? "");
  if (typeof title !== "string") throw new UsageError(`row ${row}: column "${column}" must be text`);
  if (title.trim() === "") throw new UsageError(`row ${row}: column "${column}" must not be empty`);
  return title;
}

/** Whether a value is a number whose integer digits `JSON.parse` has not changed. */
function isExact(value: unknown): boolean {
  return typeof value === "number" && Math.abs(value) <= Number.MAX_SAFE_INTEGER;
}

function readLines(bytes: Buffer): Table {
  // Without the byte order mark, as a decoder does by default.
  const lines = new TextDecoder()
    .decode(bytes)
    .split("\n")
    .filter((line) => line.trim() !== "");
  const rows = lines.map((line, index) => {
    try {
      const row: { readonly [column: string]: unknown } = Object(JSON.parse(line));
      return row;
    } catch {
      throw new UsageError(`row ${index + 1} must be JSON`);
    }
  });
  return { columns: [...new Set(rows.flatMap((row) => Object.keys(row)))], rows };
}

function readCsv(path: string, bytes: Buffer): Table {
  if (!/\.csv$/i.test(path)) throw new UsageError("FILE must end in .csv or .ndjson");
  const [header, ...rows] = splitRows(bytes);
  const columns = header?.cells ?? [];
  for (const [index, { cells, line }] of rows.entries()) {
    if (cells.length === columns.length) continue;
    const expected = `as many cells as the header, ${columns.length}`;
    throw new UsageError(`row ${index + 1} (line ${line}) must have ${expected}; it has ${cells.length}`);
  }
  const toRow = ({ cells }: CsvRow) => Object.fromEntries(columns.map((name, index) => [name, cells[index]]));
  return { columns, rows: rows.map(toRow) };
}

/** A first line in which programs that write for Excel name the separator. */
const SEPARATOR_LINE = /^\ufeff?sep=([,;\t])\r?\n/i;

function splitRows(bytes: Buffer): readonly CsvRow[] {
  const text = bytes.toString("utf8");
  const named = SEPARATOR_LINE.exec(text)?.[1];
  const splitter = new CsvSplitter(named ?? detectSeparator(text));
  try {
    const rows = [...splitter.push(bytes), ...splitter.end()];
    return named === undefined ? rows : rows.slice(1);
  } catch (error) {
    throw new UsageError(Object(error).message);
  }
}

/** The separator that occurs most often in the header. */
function detectSeparator(text: string): string {
  const [header = ""] = text.replace(/"[^"]*"/g, "").split("\n");
  const count = (separator: string): number => header.split(separator).length;
  return [",", ";", "\t"].reduce((best, separator) => (count(separator) > count(best) ? separator : best));
}
