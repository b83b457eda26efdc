import type { Result } from "../suite/run-suite.ts";

/** The result of one runtime. */
export type Column =
  | {
      readonly name: string;
      readonly version: string;
      readonly seconds: number;
      readonly results: readonly Result[];
      readonly broke?: string;
    }
  | { readonly name: string; readonly missing: string };

/** How many columns fit in a terminal. */
const COLUMNS_A_TABLE = 4;
const CELL = 20;
const LABEL = 20;

/** The matrix, its failures, and the runtimes that were not run. */
export function renderMatrix(columns: readonly Column[]): string {
  const tables: string[] = [];
  for (let start = 0; start < columns.length; start += COLUMNS_A_TABLE) {
    tables.push(renderTable(columns.slice(start, start + COLUMNS_A_TABLE)));
  }
  return [...tables, ...columns.flatMap(renderProblems)].join("\n\n");
}

/** Passed and failed cases; a runtime that broke or was not run counts as failed. */
export function count(columns: readonly Column[]): { passed: number; failed: number } {
  const results = columns.flatMap((column) => ("missing" in column ? [] : column.results));
  const failed = results.filter(({ error }) => error !== undefined).length;
  const isIncomplete = (column: Column): boolean =>
    "missing" in column || column.broke !== undefined || column.results.length === 0;
  return { passed: results.length - failed, failed: failed + columns.filter(isIncomplete).length };
}

function renderTable(columns: readonly Column[]): string {
  const rows = [...new Set(columns.flatMap((column) => ("results" in column ? column.results.map(rowOf) : [])))];
  const ran = (show: (column: Extract<Column, { version: string }>) => string) =>
    columns.map((column) => ("missing" in column ? "not run" : show(column)));
  const lines = [
    ["", ...columns.map(({ name }) => name)],
    ["version", ...ran(({ version }) => version)],
    ...rows.map((row) => [row, ...columns.map((column) => cellOf(row, column))]),
    ["seconds", ...ran(({ seconds }) => seconds.toFixed(1))],
  ];
  return lines
    .map(([label = "", ...cells]) => label.padEnd(LABEL) + cells.map((cell) => cell.padStart(CELL)).join(""))
    .map((line) => line.trimEnd())
    .join("\n");
}

/** `5` if all passed, `3 of 5` if not, `-` without such a case, `not run` if none was run. */
function cellOf(row: string, column: Column): string {
  if ("missing" in column) return "not run";
  const results = column.results.filter((result) => rowOf(result) === row);
  if (results.length === 0) return column.broke === undefined ? "-" : "broke";
  const passed = results.filter(({ error }) => error === undefined).length;
  return passed === results.length ? `${passed}` : `${passed} of ${results.length}`;
}

function renderProblems(column: Column): string[] {
  if ("missing" in column) return [`${column.name} was not run: ${column.missing}`];
  const failed = column.results.filter(({ error }) => error !== undefined);
  return [
    ...(column.broke === undefined ? [] : [`${column.name} broke: ${column.broke}`]),
    ...failed.map((result) => `${column.name}: ${rowOf(result)}: ${result.title}\n${indent(result.error ?? "")}`),
  ];
}

function rowOf({ group, where }: Result): string {
  return where === undefined ? group : `${group}, ${where}`;
}

function indent(text: string): string {
  return text.replaceAll(/^/gm, "    ");
}
