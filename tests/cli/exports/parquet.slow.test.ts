import { DuckDBInstance, DuckDBTimestampTZValue } from "@duckdb/node-api";
import type { FieldDescription } from "@serviceform/types/describe";
import { afterAll, expect, test } from "vitest";
import { fieldsOf, LISTS, openRecords, type Source, toTime } from "../records/open-records.ts";

const account = await openRecords();
afterAll(() => account[Symbol.asyncDispose]());

test.for(LISTS)("DuckDB finds the types and every value of the messy $noun in Parquet", async (list) => {
  const records = await account.read(list);
  const file = await account.export(list, "parquet");
  const instance = await DuckDBInstance.create();
  const connection = await instance.connect();
  const result = await connection.runAndReadAll(`from read_parquet('${file}')`);
  connection.closeSync();

  const fields = fieldsOf(list);
  const types = result
    .columnNames()
    .map((name, index) => [name, result.columnType(index).alias ?? String(result.columnType(index))]);
  expect(types).toEqual(fields.map(([name, field]) => [name, typeOf(field)]));
  const rows = result
    .getRowObjects()
    .map((row) => Object.fromEntries(fields.map(([name, { type }]) => [name, fromDuckDb(row[name], type)])));
  expect(rows).toEqual(records.map((record) => toRow(record, list)));
});

/** The value as a Parquet file stores it. */
function toRow(record: Source, list: (typeof LISTS)[number]): Source {
  return Object.fromEntries(fieldsOf(list).map(([name, field]) => [name, toValue(record[name], field)]));
}

function toValue(value: unknown, field: FieldDescription): unknown {
  if (value === undefined || value === null) return null;
  const time = toTime(value, field);
  if (time) return time;
  if (field.type === "integer") return BigInt(Number(value));
  return toWellFormed(value);
}

/** UTF-8 has no lone surrogate, and readers reject JSON that escapes one. */
function toWellFormed(value: unknown): unknown {
  const text = JSON.stringify(value, (_, inner) => (typeof inner === "string" ? inner.toWellFormed() : inner));
  return JSON.parse(text);
}

function typeOf(field: FieldDescription): string {
  if (toTime(0, field)) return "TIMESTAMP WITH TIME ZONE";
  const types = {
    array: "JSON",
    object: "JSON",
    string: "VARCHAR",
    boolean: "BOOLEAN",
    integer: "BIGINT",
    number: "DOUBLE",
  };
  return types[field.type];
}

function fromDuckDb(value: unknown, type: FieldDescription["type"]): unknown {
  if (value instanceof DuckDBTimestampTZValue) return new Date(Number(value.micros / 1_000n));
  return (type === "array" || type === "object") && typeof value === "string" ? JSON.parse(value) : value;
}
