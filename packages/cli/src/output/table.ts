import type { Column } from "@serviceform/records";
import type { Io } from "../io.js";
import { bold } from "./color.js";
import type { Writer } from "./create-writer.js";
import { display, fit, widthOf } from "./display.js";
import { terminalWidth } from "./terminal-width.js";

type Row = { readonly [field: string]: unknown };

/** The number of rows that are collected before the first is printed; they set the widths of the columns. */
const SAMPLE_ROWS = 50;
const MAX_WIDTH = 48;
/** A narrower column would show nothing useful, and is left out. */
const MIN_WIDTH = 8;
const GAP = "  ";

export interface TableOptions {
  /** The column that is truncated last, since a truncated key is useless. */
  readonly key: string | undefined;
  readonly io: Io;
  readonly writer: Writer;
}

/** Prints rows as a table while they arrive. */
export class Table {
  readonly #columns: readonly Column[];
  readonly #key: string | undefined;
  readonly #io: Io;
  readonly #writer: Writer;
  #sample: string[][] | undefined = [];
  /** The widths of the columns that fit the terminal. */
  #widths: readonly number[] = [];

  constructor(columns: readonly Column[], { key, io, writer }: TableOptions) {
    this.#columns = columns;
    this.#key = key;
    this.#io = io;
    this.#writer = writer;
  }

  async push(row: Row): Promise<void> {
    const cells = this.#columns.map((column) => display(row[column.name], column));
    if (!this.#sample) return this.#print(cells);
    this.#sample.push(cells);
    if (this.#sample.length >= SAMPLE_ROWS) await this.#begin();
  }

  /** Returns the names of the columns that did not fit. */
  async end(): Promise<readonly string[]> {
    if (this.#sample) await this.#begin();
    await this.#writer.flush();
    return this.#columns.slice(this.#widths.length).map(({ name }) => name);
  }

  async #begin(): Promise<void> {
    const sample = this.#sample ?? [];
    this.#sample = undefined;
    const header = this.#columns.map(({ name }) => name);
    const key = this.#columns.findIndex(({ name }) => name === this.#key);
    this.#widths = fitWidths(contentWidths(header, sample), key, terminalWidth(this.#io.stdout));
    await this.#writer.write(`${bold(this.#line(header), this.#io)}\n`);
    for (const cells of sample) await this.#print(cells);
  }

  async #print(cells: readonly string[]): Promise<void> {
    await this.#writer.write(`${this.#line(cells)}\n`);
  }

  #line(cells: readonly string[]): string {
    return this.#widths
      .map((width, index) => fit(cells[index] ?? "", width))
      .join(GAP)
      .trimEnd();
  }
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
