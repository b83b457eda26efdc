import type { Selected } from "./select-records.js";

/** The characters that begin a formula in a spreadsheet (OWASP, "CSV Injection"). */
const FORMULA = /^[=+\-@\t\r\n]/;

/** Spreadsheets read UTF-8 only after a byte order mark. */
const BYTE_ORDER_MARK = "\ufeff";

/** Renders records as CSV (RFC 4180), one record at a time, so that no spreadsheet reads a value as a formula. */
export async function* renderCsv(fields: readonly string[], records: AsyncIterable<Selected>): AsyncGenerator<string> {
  yield `${BYTE_ORDER_MARK}${fields.map(renderCell).join(",")}\r\n`;
  for await (const { record } of records) yield `${fields.map((field) => renderCell(record[field])).join(",")}\r\n`;
}

function renderCell(value: unknown): string {
  if (value === undefined || value === null) return "";
  if (typeof value === "number" || typeof value === "boolean") return String(value);
  // No spreadsheet accepts a NUL.
  const text = (typeof value === "string" ? value : JSON.stringify(value)).replaceAll("\0", "\ufffd");
  const safe = FORMULA.test(text) ? `'${text}` : text;
  return /[",\r\n\t;]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
