import { readFileSync } from "node:fs";
import { lexer, type Tokens } from "marked";

export interface Row {
  /** The heading above the table, of the second level. */
  readonly section: string;
  /** The cells by the names of their columns, without code marks. */
  readonly cells: Readonly<Record<string, string>>;
}

/** Reads the rows of all tables of a page. */
export function readTables(file: string): Row[] {
  let section = "";
  const rows: Row[] = [];
  for (const token of lexer(readFileSync(file, "utf8"))) {
    if (token.type === "heading" && token.depth === 2) section = token.text;
    if (token.type === "table") rows.push(...readRows(section, token as Tokens.Table));
  }
  return rows;
}

function readRows(section: string, { header, rows }: Tokens.Table): Row[] {
  return rows.map((row) => ({
    section,
    cells: Object.fromEntries(row.map(({ text }, column) => [header[column]?.text ?? "", text.replaceAll("`", "")])),
  }));
}
