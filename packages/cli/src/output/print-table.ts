import type { Column, JsonRecord } from "@serviceform/records";
import type { Io } from "../io.js";
import { bold } from "./color.js";
import type { Writer } from "./create-writer.js";
import { display, fit, widthOf } from "./display.js";
import { terminalWidth } from "./terminal-width.js";

/** The number of rows that are collected before the first is printed; they set the widths of the columns. */
const SAMPLE_ROWS = 50;
const MAX_WIDTH = 48;
/** A narrower column would show nothing useful, and is left out. */
const MIN_WIDTH = 8;
const GAP = "  ";

export interface TableOptions {
  readonly columns: readonly Column[];
  /** The column that is truncated last, since a truncated key is useless. */
  readonly key: string | undefined;
  readonly io: Io;
  readonly writer: Writer;
}

/** Prints records as a table while they arrive. Returns the names of the columns that do not fit the terminal. */
export async function printTable(
  records: AsyncIterable<JsonRecord>,
  { columns, key, io, writer }: TableOptions,
): Promise<readonly string[]> {
  const header = columns.map(({ name }) => name);
  const sample: string[][] = [];
  const printSample = async (): Promise<readonly number[]> => {
    const fitting = fitWidths(contentWidths(header, sample), header.indexOf(key ?? ""), terminalWidth(io.stdout));
    await writer.write(`${bold(renderLine(header, fitting), io)}\n`);
    for (const cells of sample) await writer.write(`${renderLine(cells, fitting)}\n`);
    return fitting;
  };

  let widths: readonly number[] | undefined;
  for await (const record of records) {
    const cells = columns.map((column) => display(record[column.name], column));
    if (widths) await writer.write(`${renderLine(cells, widths)}\n`);
    else if (sample.push(cells) === SAMPLE_ROWS) widths = await printSample();
  }
  widths ??= await printSample();
  await writer.flush();
  return header.slice(widths.length);
}

function renderLine(cells: readonly string[], widths: readonly number[]): string {
  return widths
    .map((width, index) => fit(cells[index] ?? "", width))
    .join(GAP)
    .trimEnd();
}

function contentWidths(header: readonly string[], rows: readonly (readonly string[])[]): readonly number[] {
  return header.map((name, index) =>
    Math.min(MAX_WIDTH, Math.max(widthOf(name), ...rows.map((cells) => widthOf(cells[index] ?? "")))),
  );
}

/**
 * Each column as wide as its content. The widest columns shrink until a line fits the terminal; then the last columns
 * are left out.
 */
function fitWidths(content: readonly number[], key: number, terminal: number): readonly number[] {
  const minimums = content.map((width, index) => (index === key ? width : Math.min(width, MIN_WIDTH)));
  const lineWidth = (widths: readonly number[]): number =>
    widths.reduce((sum, width) => sum + width + GAP.length, -GAP.length);
  let count = content.length;
  while (count > 1 && lineWidth(minimums.slice(0, count)) > terminal) count -= 1;

  const widths = content.slice(0, count);
  for (let excess = lineWidth(widths) - terminal; excess > 0; excess -= 1) {
    const shrinkable = widths.map((width, index) => (count > 1 && index === key ? 0 : width));
    const widest = Math.max(...shrinkable);
    widths[shrinkable.indexOf(widest)] = Math.max(1, widest - 1);
  }
  return widths;
}
