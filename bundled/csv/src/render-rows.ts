import { isFormula } from "./is-formula.js";

export interface CsvOptions {
  readonly separator?: string;
  readonly bom?: boolean;
  /** Leaves text unchanged even if a spreadsheet would read it as a formula. */
  readonly raw?: boolean;
}

/** Renders a file of text. */
export interface RowRenderer {
  readonly header: string;
  readonly renderRow: (record: { readonly [name: string]: unknown }) => string;
}

export const NDJSON: RowRenderer = { header: "", renderRow: (record) => `${JSON.stringify(record)}\n` };

/** RFC 4180 with CR LF. */
export function createCsvRenderer(
  names: readonly string[],
  { separator = ",", bom = false, raw = false }: CsvOptions = {},
): RowRenderer {
  const renderCell = (value: unknown): string => {
    if (typeof value === "string") return quote(!raw && isFormula(value) ? `'${value}` : value);
    if (value === undefined || value === null) return "";
    // A number is not a formula, and neither a number nor a boolean needs quotes.
    return typeof value === "object" ? quote(JSON.stringify(value)) : String(value);
  };
  // Many readers skip an empty line, and with it a record whose only cell is empty.
  const empty = names.length === 1 ? '""' : "";
  return {
    header: `${bom ? "\ufeff" : ""}${names.map(quote).join(separator)}\r\n`,
    renderRow: (record) => `${names.map((name) => renderCell(record[name])).join(separator) || empty}\r\n`,
  };
}

function quote(text: string): string {
  return SPECIAL.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

/** Every separator, since LibreOffice splits at several at once: what follows another one could be a formula. */
const SPECIAL = /["\r\n,;\t|]/;
