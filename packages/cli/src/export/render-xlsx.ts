import { type Column, type JsonRecord, readTime } from "@serviceform/records";
import { CONTENT_TYPES_HEAD, contentTypes, ROOT_RELATIONSHIPS, relationships, STYLES, workbook } from "./xlsx-parts.js";
import { type ZipEntry, zip } from "./zip.js";

export interface XlsxOptions {
  /** The name of the first sheet. */
  readonly sheet: string;
  /** Called once a cell has been truncated at the limit of Excel. */
  readonly onCut: () => void;
}

/** Limits of Excel: the rows of a sheet, and the UTF-16 code units of its name and of a cell. */
const SHEET_ROWS = 1_048_576;
const NAME_LENGTH = 31;
const CELL_LENGTH = 32_767;
/** An entry of a zip file without extensions can have 4 GiB, and a UTF-16 code unit takes up to three bytes. */
const SHEET_LENGTH = 2 ** 30;

/** A workbook with a frozen header row; after the last row that Excel supports, another sheet begins. */
export function renderXlsx(
  records: AsyncIterable<JsonRecord>,
  columns: readonly Column[],
  options: XlsxOptions,
): AsyncGenerator<Uint8Array> {
  return zip(renderParts(records, columns, options));
}

async function* renderParts(
  records: AsyncIterable<JsonRecord>,
  columns: readonly Column[],
  { sheet, onCut }: XlsxOptions,
): AsyncGenerator<ZipEntry> {
  const source = new Source(records);
  const renderRow = createRowRenderer(columns, onCut);
  let sheets = 0;
  try {
    do {
      sheets += 1;
      yield { name: `xl/worksheets/sheet${sheets}.xml`, chunks: renderSheet(source, renderRow, columns) };
    } while (await source.hasMore());
  } finally {
    await source.close();
  }

  const names = Array.from({ length: sheets }, (_, index) => nameSheet(sheet, index === 0 ? "" : ` ${index + 1}`));
  yield text("xl/workbook.xml", workbook(names));
  yield text("xl/_rels/workbook.xml.rels", relationships(sheets));
  yield text("xl/styles.xml", STYLES);
  yield text("_rels/.rels", ROOT_RELATIONSHIPS);
  yield text("[Content_Types].xml", CONTENT_TYPES_HEAD + contentTypes(sheets));
}

function nameSheet(name: string, suffix: string): string {
  return name.slice(0, NAME_LENGTH - suffix.length) + suffix;
}

/** Records that several sheets read from. */
class Source {
  readonly #iterator: AsyncIterator<JsonRecord>;
  #next: Promise<IteratorResult<JsonRecord>> | undefined;

  constructor(records: AsyncIterable<JsonRecord>) {
    this.#iterator = records[Symbol.asyncIterator]();
  }

  async hasMore(): Promise<boolean> {
    this.#next ??= this.#iterator.next();
    return !(await this.#next).done;
  }

  async take(): Promise<JsonRecord | undefined> {
    const { done, value } = await (this.#next ?? this.#iterator.next());
    // Keeps the end of the iterator for `hasMore`.
    this.#next = done ? Promise.resolve({ done, value }) : undefined;
    return done ? undefined : value;
  }

  /** Cancels the records that have not been read. */
  async close(): Promise<void> {
    await this.#iterator.return?.();
  }
}

type RowRenderer = (values: (column: Column) => unknown, row: number, style: string) => string;

async function* renderSheet(
  source: Source,
  renderRow: RowRenderer,
  columns: readonly Column[],
): AsyncGenerator<string> {
  yield `${SHEET_HEAD}<cols><col min="1" max="${columns.length}" width="20" customWidth="1"/></cols><sheetData>`;
  yield renderRow(({ name }) => name, 1, HEADER_STYLE);
  let length = 0;
  for (let row = 2; row <= SHEET_ROWS && length < SHEET_LENGTH; row += 1) {
    const record = await source.take();
    if (!record) break;
    const xml = renderRow(({ name }) => record[name], row, "");
    length += xml.length;
    yield xml;
  }
  yield "</sheetData></worksheet>";
}

const SHEET_HEAD = `<?xml version="1.0" encoding="UTF-8" standalone="yes"?>
<worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetViews><sheetView workbookViewId="0"><pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>`;

const HEADER_STYLE = ' s="2"';
const TIME_STYLE = ' s="1"';

function createRowRenderer(columns: readonly Column[], onCut: () => void): RowRenderer {
  const letters = columns.map((_, index) => columnLetters(index));
  return (read, row, style) => {
    const cells = columns.map((column, index) =>
      renderCell(read(column), column, `${letters[index]}${row}`, style, onCut),
    );
    return `<row r="${row}">${cells.join("")}</row>`;
  };
}

function renderCell(value: unknown, column: Column, place: string, style: string, onCut: () => void): string {
  if (value === undefined || value === null) return "";
  const time = style === "" ? readTime(value, column) : undefined;
  const serial = time === undefined ? -1 : toSerial(time);
  if (serial >= MIN_SERIAL && serial < MAX_SERIAL) return `<c r="${place}"${TIME_STYLE}><v>${serial}</v></c>`;
  if (typeof value === "number" && Math.abs(value) <= MAX_NUMBER) return `<c r="${place}"${style}><v>${value}</v></c>`;
  if (typeof value === "boolean") return `<c r="${place}"${style} t="b"><v>${value ? 1 : 0}</v></c>`;
  const whole = typeof value === "object" ? JSON.stringify(value) : String(value);
  if (whole.length > CELL_LENGTH) onCut();
  const shown = whole.length > CELL_LENGTH ? whole.slice(0, CELL_LENGTH).replace(/[\ud800-\udbff]$/, "") : whole;
  return `<c r="${place}"${style} t="inlineStr"><is><t xml:space="preserve">${escapeXml(shown)}</t></is></c>`;
}

/** The largest number of a cell; Excel rejects a workbook with `Infinity`. */
const MAX_NUMBER = 9.99999999999999e307;
/** 1 March 1900, since Excel counts a 29 February 1900, and the day after 31 December 9999. */
const MIN_SERIAL = 61;
const MAX_SERIAL = 2_958_466;

const DAY_MS = 86_400_000;
/** The serial number of 1 January 1970. */
const EPOCH = 25_569;
/** The distance between two floating-point numbers at current serial numbers. */
const SERIAL_STEP = 2 ** -37;

/** Days since 1900, rounded up, since some readers drop a fraction of a millisecond. */
function toSerial(time: number): number {
  const serial = time / DAY_MS + EPOCH;
  return (serial - EPOCH) * DAY_MS < time ? serial + SERIAL_STEP : serial;
}

/**
 * Writes characters that XML forbids as `_xHHHH_`, and also text that only looks like such an escape. A carriage return
 * is a reference, which every XML parser decodes.
 */
function escapeXml(value: string): string {
  return value
    .replace(/_(?=x[0-9A-Fa-f]{4}_)/g, "_x005F_")
    .replace(/&/g, "&amp;")
    .replace(/</g, "&lt;")
    .replace(/>/g, "&gt;")
    .replace(/\r/g, "&#13;")
    .replace(FORBIDDEN, (unit) => `_x${unit.charCodeAt(0).toString(16).toUpperCase().padStart(4, "0")}_`);
}

const FORBIDDEN =
  // biome-ignore lint/suspicious/noControlCharactersInRegex: these are the characters to escape
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|[\ud800-\udbff](?![\udc00-\udfff])|(?<![\ud800-\udbff])[\udc00-\udfff]/g;

function columnLetters(index: number): string {
  const rest = Math.floor(index / 26) - 1;
  return (rest >= 0 ? columnLetters(rest) : "") + String.fromCharCode(65 + (index % 26));
}

function text(name: string, content: string): ZipEntry {
  return { name, chunks: [content] };
}
