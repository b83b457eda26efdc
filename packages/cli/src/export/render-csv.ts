import type { Column, JsonRecord } from "@serviceform/records";

export interface CsvOptions {
  readonly separator?: string;
  readonly bom?: boolean;
  /** Leaves text as it is that a spreadsheet would take for a formula. */
  readonly raw?: boolean;
  /** Of a file that goes on. */
  readonly header?: boolean;
}

/** RFC 4180 with CR LF. */
export async function* renderCsv(
  records: AsyncIterable<JsonRecord>,
  columns: readonly Column[],
  { separator = ",", bom = false, raw = false, header = true }: CsvOptions,
): AsyncGenerator<string> {
  const names = columns.map(({ name }) => name);
  const toLine = (cells: readonly string[]): string =>
    `${cells.map((cell) => quote(cell, separator)).join(separator)}\r\n`;
  if (header) yield (bom ? "\ufeff" : "") + toLine(names);
  for await (const record of records) yield toLine(names.map((name) => toCell(record[name], raw)));
}

function toCell(value: unknown, raw: boolean): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "object") return JSON.stringify(value);
  // Only text: a negative number is no formula.
  return typeof value === "string" && !raw && FORMULA.test(value) ? `'${value}` : String(value);
}

const FORMULA = /^[=+\-@\t\r]/;

function quote(cell: string, separator: string): string {
  return /["\r\n]/.test(cell) || cell.includes(separator) ? `"${cell.replaceAll('"', '""')}"` : cell;
}
