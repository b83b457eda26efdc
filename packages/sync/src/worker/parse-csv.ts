export interface CsvRow {
  readonly cells: readonly string[];
  /** Line of the file on which the row begins, from 1. */
  readonly line: number;
}

/** Reads comma-separated values (RFC 4180), with or without a byte order mark. Empty lines are skipped. */
export function parseCsv(text: string): CsvRow[] {
  const rows: CsvRow[] = [];
  let cells: string[] = [];
  let line = 1;
  let start = 1;
  for (const [, quoted, plain = "", end = ""] of text.replace(/^\uFEFF/, "").matchAll(CELL)) {
    if (plain.startsWith('"')) throw new Error(`line ${line}: a quote is not closed`);
    cells.push(quoted?.replaceAll('""', '"') ?? plain);
    line += countLines(quoted ?? "") + countLines(end);
    if (end === ",") continue;
    if (cells.length > 1 || cells[0] !== "") rows.push({ cells, line: start });
    cells = [];
    start = line;
  }
  return rows;
}

function countLines(text: string): number {
  return text.split("\n").length - 1;
}

/** A cell, quoted or not, and what ends it. */
const CELL = /(?:"((?:[^"]|"")*)"|([^,\r\n]*))(,|\r?\n|$)/g;
