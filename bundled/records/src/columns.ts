import type { FieldDescription } from "@serviceform/types/describe";
import type { JsonRecord } from "./record.js";
import { type Schemas, schemaOf } from "./schema.js";

/** A field of a record as a column of a table. */
export interface Column extends FieldDescription {
  readonly name: string;
}

/** The fields of a schema in the order of the contract. */
export function columnsOf(schemaName: string, schemas?: Schemas): readonly Column[] {
  return Object.entries(schemaOf(schemaName, schemas).fields).map(([name, field]) => ({ name, ...field }));
}

/** The columns of the named fields, in the order of the names. */
export function columnsNamed(fields: readonly string[], schemaName: string, schemas?: Schemas): readonly Column[] {
  const columns = columnsOf(schemaName, schemas);
  return fields.flatMap((field) => columns.find(({ name }) => name === field) ?? []);
}

/** The fields that identify a record to a reader; all scalar fields if the contract marks none. */
export function summaryFields(schemaName: string, schemas?: Schemas): readonly string[] {
  const columns = columnsOf(schemaName, schemas);
  const marked = columns.filter(({ summary }) => summary);
  const scalar = columns.filter(({ type }) => type !== "array" && type !== "object");
  return (marked.length > 0 ? marked : scalar).map(({ name }) => name);
}

/** Parses `a,b` as field names of a schema. The error for an unknown name lists the known ones. */
export function parseFields(text: string, schemaName: string, schemas?: Schemas): readonly string[] {
  const known = columnsOf(schemaName, schemas).map(({ name }) => name);
  const names = text.split(",").map((name) => name.trim());
  if (names.includes("")) throw new Error("fields must be names separated by commas");
  const unknown = names.find((name) => !known.includes(name));
  if (unknown !== undefined) throw new Error(`unknown field "${unknown}"; expected ${known.join(", ")}`);
  return [...new Set(names)];
}

/** The named fields of a record, in the order of the names; fields that the record lacks are left out. */
export function pickFields(record: JsonRecord, fields: readonly string[]): JsonRecord {
  const present = fields.filter((field) => Object.hasOwn(record, field));
  return Object.fromEntries(present.map((field) => [field, record[field]]));
}
