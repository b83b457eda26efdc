import { type Column, CREATED_BY, type JsonRecord, readTime, typeEmptyList } from "@serviceform/records";
import type { BasicType, SchemaElement } from "hyparquet-writer";
import { ByteWriter, ParquetWriter, schemaFromColumnData } from "hyparquet-writer";
import { isWellFormed, toWellFormed } from "./well-formed.js";

export interface ParquetOptions {
  /** Called with the column of each value that does not have the column's type; the value is null in the file. */
  readonly onMismatch: (column: string) => void;
}

/** The writer keeps a group in memory; smaller groups make the file larger. */
const GROUP_ROWS = 5_000;
/** The limit for the texts of a group, in UTF-16 code units: one message can be as long as a hundred records. */
const GROUP_LENGTH = 2 ** 23;

export async function* renderParquet(
  records: AsyncIterable<JsonRecord>,
  columns: readonly Column[],
  { onMismatch }: ParquetOptions,
): AsyncGenerator<Uint8Array> {
  const bytes = new ByteWriter();
  const schema = renderSchema(columns);
  const writer = new ParquetWriter({ writer: bytes, schema, createdBy: CREATED_BY });
  let isEmpty = true;
  for await (const group of groupRecords(records)) {
    isEmpty = false;
    const columnData = columns.map((column) => {
      const data = group.map((record) => convert(record[column.name], column, onMismatch));
      return { name: column.name, data, offsetIndex: false };
    });
    await writer.write({ columnData, rowGroupSize: GROUP_ROWS });
    yield take(bytes);
  }
  await writer.finish();
  const footer = take(bytes);
  yield isEmpty ? typeEmptyList(footer) : footer;
}

async function* groupRecords(records: AsyncIterable<JsonRecord>): AsyncGenerator<readonly JsonRecord[]> {
  let group: JsonRecord[] = [];
  let length = 0;
  for await (const record of records) {
    group.push(record);
    length += textLength(record);
    if (group.length < GROUP_ROWS && length < GROUP_LENGTH) continue;
    yield group;
    group = [];
    length = 0;
  }
  if (group.length > 0) yield group;
}

/** The length of all texts in a value. */
function textLength(value: unknown): number {
  if (typeof value === "string") return value.length;
  if (typeof value !== "object" || value === null) return 0;
  let length = 0;
  for (const inner of Object.values(value)) length += textLength(inner);
  return length;
}

function take(bytes: ByteWriter): Uint8Array {
  const written = bytes.getBytes().slice();
  // `offset`, the position in the file, continues.
  bytes.index = 0;
  return written;
}

function renderSchema(columns: readonly Column[]): SchemaElement[] {
  const columnData = columns.map((column) => ({ name: column.name, data: [], type: typeOf(column) }));
  const elements = schemaFromColumnData({ columnData });
  return elements.map((element) =>
    element.converted_type === "TIMESTAMP_MILLIS" ? { ...element, logical_type: UTC_MILLIS } : element,
  );
}

/** Says that the times are in UTC; by the converted type alone, DuckDB reads times without a zone. */
const UTC_MILLIS = { type: "TIMESTAMP", isAdjustedToUTC: true, unit: "MILLIS" } as const;

function isTimeColumn({ format, unit }: Column): boolean {
  return format === "date-time" || unit === "epoch-seconds";
}

function typeOf(column: Column): BasicType {
  if (isTimeColumn(column)) return "TIMESTAMP";
  if (column.type === "array" || column.type === "object") return "JSON";
  return TYPES[column.type];
}

const TYPES = { string: "STRING", boolean: "BOOLEAN", integer: "INT64", number: "DOUBLE" } as const;

function convert(value: unknown, column: Column, onMismatch: (column: string) => void): unknown {
  if (value === undefined || value === null) return null;
  const converted = toColumnValue(value, column);
  if (converted === undefined) onMismatch(column.name);
  return converted ?? null;
}

/** Undefined if the value does not have the column's type. */
function toColumnValue(value: unknown, column: Column): unknown {
  if (isTimeColumn(column)) {
    const time = readTime(value, column);
    return time === undefined ? undefined : new Date(time);
  }
  switch (column.type) {
    case "array":
    case "object":
      return isWellFormed(value) ? value : toWellFormed(value);
    case "integer":
      return typeof value === "number" && Number.isSafeInteger(value) ? BigInt(value) : undefined;
    case "number":
    case "string":
    case "boolean":
      return typeof value === column.type ? value : undefined;
    default:
      return column.type satisfies never;
  }
}
