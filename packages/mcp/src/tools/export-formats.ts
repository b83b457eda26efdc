import { isFormula } from "@serviceform/records";
import type { Input } from "../input/validate-input.js";

export type Format = "ndjson" | "csv";

interface FileFormat {
  readonly mimeType: string;
  header(columns: readonly string[]): string;
  row(record: Input, columns: readonly string[]): string;
}

/** The file formats by file extension. */
export const FORMATS: { readonly [Name in Format]: FileFormat } = {
  ndjson: { mimeType: "application/x-ndjson", header: () => "", row: (record) => `${JSON.stringify(record)}\n` },
  csv: {
    mimeType: "text/csv",
    header: (columns) => toCsv(columns),
    row: (record, columns) => toCsv(columns.map((column) => record[column])),
  },
};

/** Writes in blocks: a write for each row would take most of the time. */
export interface RowWriter {
  write(record: Input): Promise<void>;
  /** Writes the rest and resolves to the number of rows. */
  end(): Promise<number>;
}

/** In UTF-16 code units. */
const BLOCK_LENGTH = 64 * 1024;

export function createRowWriter(
  format: Format,
  columns: readonly string[],
  append: (text: string) => Promise<void>,
): RowWriter {
  const { header, row } = FORMATS[format];
  let rows = 0;
  let block = header(columns);
  const flush = async (): Promise<void> => {
    const text = block;
    block = "";
    await append(text);
  };
  return {
    async write(record) {
      rows += 1;
      block += row(record, columns);
      if (block.length > BLOCK_LENGTH) await flush();
    },
    async end() {
      await flush();
      return rows;
    },
  };
}

/** A line of CSV (RFC 4180). */
function toCsv(cells: readonly unknown[]): string {
  return `${cells.map(toCell).join(",")}\r\n`;
}

/** Spreadsheets read text that begins like a formula as a formula; an apostrophe keeps it as text. */
function toCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value !== "string") return quoteCell(typeof value === "object" ? JSON.stringify(value) : String(value));
  return quoteCell(isFormula(value) ? `'${value}` : value);
}

function quoteCell(text: string): string {
  // Every separator, since LibreOffice splits at several at once: what follows another one could be a formula.
  return /["\r\n,;\t|]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
