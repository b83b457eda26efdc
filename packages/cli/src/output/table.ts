import type { Column } from "@serviceform/records";
import type { Io } from "../io.js";
import { bold } from "./color.js";
import type { Writer } from "./create-writer.js";
import { display, fit, widthOf } from "./display.js";

type Row = { readonly [field: string]: unknown };

/** Rows that are looked at before the first is printed; their widths are those of the columns. */
const SAMPLE_ROWS = 50;
const LARGEST_WIDTH = 48;
const LEAST_WIDTH = 4;
const GAP = "  ";

/** Prints rows as a table while they arrive. */
export class Table {
  readonly #columns: readonly Column[];
  readonly #io: Io;
  readonly #writer: Writer;
  #sample: string[][] | undefined = [];
  #widths: readonly number[] = [];

  constructor(columns: readonly Column[], io: Io, writer: Writer) {
    this.#columns = columns;
    this.#io = io;
    this.#writer = writer;
  }

  async push(row: Row): Promise<void> {
    const cells = this.#columns.map((column) => display(row[column.name], column));
    if (!this.#sample) return this.#print(cells);
    this.#sample.push(cells);
    if (this.#sample.length >= SAMPLE_ROWS) await this.#begin();
  }

  async end(): Promise<void> {
    if (this.#sample) await this.#begin();
    await this.#writer.flush();
  }

  async #begin(): Promise<void> {
    const sample = this.#sample ?? [];
    this.#sample = undefined;
    const header = this.#columns.map(({ name }) => name);
    this.#widths = fitWidths(header, sample, this.#io.stdout.columns ?? 80);
    await this.#writer.write(`${bold(this.#line(header), this.#io)}\n`);
    for (const cells of sample) await this.#print(cells);
  }

  async #print(cells: readonly string[]): Promise<void> {
    await this.#writer.write(`${this.#line(cells)}\n`);
  }

  #line(cells: readonly string[]): string {
    return cells
      .map((cell, index) => fit(cell, this.#widths[index] ?? 0))
      .join(GAP)
      .trimEnd();
  }
}

/** As wide as the content needs; the widest give way until a line fits the terminal. */
function fitWidths(
  header: readonly string[],
  rows: readonly (readonly string[])[],
  terminal: number,
): readonly number[] {
  const widths = header.map((name, index) =>
    Math.min(LARGEST_WIDTH, Math.max(widthOf(name), ...rows.map((cells) => widthOf(cells[index] ?? "")))),
  );
  const available = terminal - GAP.length * (widths.length - 1);
  let excess = widths.reduce((sum, width) => sum + width, 0) - available;
  while (excess > 0 && Math.max(...widths) > LEAST_WIDTH) {
    widths[widths.indexOf(Math.max(...widths))] = Math.max(...widths) - 1;
    excess -= 1;
  }
  return widths;
}
