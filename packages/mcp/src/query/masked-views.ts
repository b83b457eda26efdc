import { randomBytes } from "node:crypto";
import type { DatabaseSync } from "node:sqlite";
import { schemas } from "@serviceform/types/describe";
import type { Settings } from "../options.js";
import { viewRecord } from "../record/view-record.js";

type Shown = Pick<Settings, "personal" | "lockdown">;

/** Columns of the mirror's own, which hold nothing personal. */
const OWN_COLUMNS = /^(account|id|run|op|deleted_run|cid|\w+_id)$/;

/**
 * Puts a view of the same name before each view of the mirror, with what the settings hold back masked or null. Returns
 * the names that may read the tables beneath. They are random: SQLite reports the name of a common table expression in
 * the same place, and a query must not be able to take one of them.
 */
export function createMaskedViews(database: DatabaseSync, query: string, shown: Shown): ReadonlySet<string> {
  database.function("show_field", (schema, field, value) => showField(String(schema), String(field), value, shown));
  const rows = database.prepare("select name, sql from sqlite_master where type = 'view'").all();
  const views = rows.map((row) => ({ name: String(row.name), sql: String(row.sql) }));
  const readers = new Set<string>();
  for (const { name, sql } of views) {
    // Each takes time; one that the query does not name cannot be read.
    if (!query.toLowerCase().includes(name.toLowerCase())) continue;
    const columns = database.prepare(`pragma table_info(${quoteName(name)})`).all();
    const names = columns.map((column) => String(column.name));
    const reader = `reader_${randomBytes(12).toString("hex")}`;
    const select = sql.slice(/\bas\b/i.exec(sql)?.index ?? 0).slice("as".length);
    database.exec(`create temp view ${reader} as select ${renderColumns(names)} from (${select})`);
    database.exec(`create temp view ${quoteName(name)} as select * from ${reader}`);
    readers.add(reader);
  }
  return readers;
}

/** A column that neither the contract nor the mirror explains is null. */
function renderColumns(names: readonly string[]): string {
  const schema = schemaOf(names);
  const fields = schemas[schema]?.fields ?? {};
  const rendered = names.map((name) => {
    const column = quoteName(name);
    if (Object.hasOwn(fields, name)) return `show_field('${schema}', ${quoteText(name)}, ${column}) as ${column}`;
    return OWN_COLUMNS.test(name) ? column : `null as ${column}`;
  });
  return rendered.join(", ");
}

/** The schema that explains most of the columns. */
function schemaOf(names: readonly string[]): string {
  const explained = (schema: string): number =>
    names.filter((name) => Object.hasOwn(schemas[schema]?.fields ?? {}, name)).length;
  return Object.keys(schemas).reduce((best, schema) => (explained(schema) > explained(best) ? schema : best));
}

/** Arrays and objects are JSON text in the mirror. */
function showField(schema: string, field: string, value: unknown, shown: Shown): string | number | bigint | null {
  if (typeof value !== "string") return viewOf(schema, field, value, shown);
  const { type } = schemas[schema]?.fields[field] ?? {};
  return viewOf(schema, field, type === "array" || type === "object" ? JSON.parse(value) : value, shown);
}

function viewOf(schema: string, field: string, value: unknown, shown: Shown): string | number | bigint | null {
  if (value === null) return null;
  const viewed = viewRecord(schemas, schema, { [field]: value }, shown)[field];
  if (viewed === undefined || viewed === null) return null;
  if (typeof viewed === "number" || typeof viewed === "bigint" || typeof viewed === "string") return viewed;
  return JSON.stringify(viewed);
}

function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
