export interface CsvRow {
  readonly cells: readonly string[];
  /** The line of the file on which the row begins, counted from 1. */
  readonly line: number;
  /** The offset of the byte after its line break. */
  readonly endsAt: number;
}

const QUOTE = 34;
const LF = 10;
const CR = 13;
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf];

/** Splits CSV (RFC 4180) with LF or CR LF, with or without a byte order mark, into rows. Empty lines are left out. */
export class CsvSplitter {
  readonly #separator: number;
  #bytes: number[] = [];
  #cells: string[] = [];
  #quoted = false;
  #offset = 0;
  #line = 1;
  #start = 1;

  constructor(separator = ",") {
    this.#separator = separator.charCodeAt(0);
  }

  /** The rows that end in this chunk. */
  push(chunk: Uint8Array): readonly CsvRow[] {
    const rows: CsvRow[] = [];
    for (const byte of chunk) {
      this.#offset += 1;
      if (byte === LF) this.#line += 1;
      // A quote has a meaning only at the start of a cell.
      if (byte === QUOTE && (this.#bytes[0] ?? QUOTE) === QUOTE) this.#quoted = !this.#quoted;
      if (!this.#quoted && byte === this.#separator) this.#endCell();
      else if (!this.#quoted && byte === LF) rows.push(...this.#endRow());
      else this.#bytes.push(byte);
      if (this.#offset === BYTE_ORDER_MARK.length) this.#dropByteOrderMark();
    }
    return rows;
  }

  /** Returns the last row, if no line break ends it. */
  end(): readonly CsvRow[] {
    return this.#bytes.length === 0 && this.#cells.length === 0 ? [] : this.#endRow();
  }

  #endRow(): readonly CsvRow[] {
    if (this.#bytes.at(-1) === CR) this.#bytes.pop();
    this.#endCell();
    const row = { cells: this.#cells, line: this.#start, endsAt: this.#offset };
    this.#cells = [];
    this.#start = this.#line;
    return row.cells.length === 1 && row.cells[0] === "" ? [] : [row];
  }

  #endCell(): void {
    const text = Buffer.from(this.#bytes).toString("utf8");
    if (this.#quoted) throw new Error(`line ${this.#start}: a quote is not closed`);
    if (text.startsWith('"') && !text.endsWith('"')) throw new Error(`line ${this.#start}: text follows a quoted cell`);
    this.#cells.push(text.startsWith('"') ? text.slice(1, -1).replaceAll('""', '"') : text);
    this.#bytes = [];
  }

  #dropByteOrderMark(): void {
    if (BYTE_ORDER_MARK.every((byte, index) => byte === this.#bytes[index])) this.#bytes = [];
  }
}
