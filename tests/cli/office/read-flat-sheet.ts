import { SaxesParser } from "saxes";
import type { Cell } from "../records/to-rows.ts";

interface OpenCell {
  readonly attributes: Readonly<Record<string, string>>;
  readonly paragraphs: string[];
}

/** The rows of the first sheet of an OpenDocument spreadsheet in one XML file, without empty cells at their ends. */
export function readFlatSheet(xml: string): readonly (readonly Cell[])[] {
  const rows: Cell[][] = [];
  let sheets = 0;
  let cell: OpenCell | undefined;
  let inText = false;
  const parser = new SaxesParser();

  parser.on("opentag", ({ name, attributes }) => {
    if (name === "table:table") sheets += 1;
    if (sheets !== 1) return;
    if (name === "table:table-row") rows.push([]);
    if (name === "table:table-cell") cell = { attributes, paragraphs: [] };
    if (name === "text:p") cell?.paragraphs.push("");
    inText ||= name === "text:p";
    if (inText) append(cell, SPACING[name]?.(attributes) ?? "");
  });
  parser.on("text", (text) => {
    if (inText) append(cell, text);
  });
  parser.on("closetag", ({ name }) => {
    if (name === "text:p") inText = false;
    if (name !== "table:table-cell" || !cell) return;
    const repeated = Number(cell.attributes["table:number-columns-repeated"] ?? 1);
    const value = readCell(cell);
    // The rest of a row is one cell, repeated to the last column.
    if (value !== null || repeated < 1_000) rows.at(-1)?.push(...Array<Cell>(repeated).fill(value));
    cell = undefined;
  });
  parser.write(xml).close();
  return rows.filter((row) => row.some((value) => value !== null)).map(trimEnd);
}

/** White space is an element, since XML readers join it. */
const SPACING: Readonly<Record<string, (attributes: Readonly<Record<string, string>>) => string>> = {
  "text:s": (attributes) => " ".repeat(Number(attributes["text:c"] ?? 1)),
  "text:tab": () => "\t",
  "text:line-break": () => "\n",
};

function append(cell: OpenCell | undefined, text: string): void {
  const last = (cell?.paragraphs.length ?? 0) - 1;
  if (cell && last >= 0) cell.paragraphs[last] += text;
}

function readCell({ attributes, paragraphs }: OpenCell): Cell {
  const formula = attributes["table:formula"];
  // LibreOffice converts the booleans of XLSX to these.
  if (formula === "of:=TRUE()" || formula === "of:=FALSE()") return formula === "of:=TRUE()";
  if (formula !== undefined) throw new Error(`a cell became the formula ${formula}`);
  switch (attributes["office:value-type"]) {
    case undefined:
      return null;
    case "float":
      return Number(attributes["office:value"]);
    case "boolean":
      return attributes["office:boolean-value"] === "true";
    case "date":
      return new Date(`${attributes["office:date-value"]}Z`);
    default:
      return paragraphs.join("\n");
  }
}

function trimEnd(row: readonly Cell[]): readonly Cell[] {
  return row.slice(0, row.findLastIndex((value) => value !== null) + 1);
}
