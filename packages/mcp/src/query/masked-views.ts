import { randomBytes } from "node:crypto";
import { resolve } from "node:path";
import type { DatabaseSync } from "node:sqlite";
import { schemas } from "@serviceform/types/describe";
import { isFreeText, viewRecord } from "../record/view-record.js";
import { assertMirror } from "./assert-mirror.js";
import type { QueryRequest } from "./query-request.js";

type Shown = QueryRequest["settings"];

/** Columns that the mirror adds, which contain nothing personal. */
const MIRROR_COLUMNS = /^(account|id|op|run|from_run|to_run|deleted_run|cid|\w+_id)$/;

/** SQLite's own tables and functions list the contents of a schema, whatever its name is. */
const SQLITE_NAMES = /sqlite_|pragma_/i;

/**
 * Attaches a mirror and puts a view before each of its tables and views, in which values that the settings withhold are
 * masked or null. A name without a schema finds temporary views first, and the schema of the mirror has a random name,
 * which no query can contain: SQL has no computed names.
 */
export function createMaskedViews(database: DatabaseSync, { path, sql, settings }: QueryRequest): void {
  if (SQLITE_NAMES.test(sql)) throw new Error("names with sqlite_ or pragma_ are for --personal full alone");
  const mirror = `mirror_${randomBytes(12).toString("hex")}`;
  database.prepare(`attach ? as ${mirror}`).run(resolve(path));
  // All queries read the same state: a table that a sync adds meanwhile would have no view before it.
  database.exec("begin");
  assertMirror(database, mirror);
  database.function("show_field", (schema, field, value) => showField(String(schema), String(field), value, settings));
  const objects = database
    .prepare(`select name, type from ${mirror}.sqlite_master where type in ('table', 'view')`)
    .all();
  for (const { name, type } of objects) {
    if (SQLITE_NAMES.test(String(name))) continue;
    const isShown = type === "view" && sql.toLowerCase().includes(String(name).toLowerCase());
    if (isShown) createMaskedView(database, mirror, String(name));
    else hide(database, String(name));
  }
}

function createMaskedView(database: DatabaseSync, mirror: string, name: string): void {
  const columns = database.prepare(`pragma ${mirror}.table_info(${quoteName(name)})`).all();
  const rendered = renderColumns(columns.map((column) => String(column.name)));
  database.exec(`create temp view ${quoteName(name)} as select ${rendered} from ${mirror}.${quoteName(name)}`);
}

/** The main schema is empty, so a query that reads the view fails. */
function hide(database: DatabaseSync, name: string): void {
  database.exec(`create temp view ${quoteName(name)} as select * from main.${quoteName(name)}`);
}

/** A column that belongs neither to the contract nor to the mirror is null. */
function renderColumns(names: readonly string[]): string {
  const schema = schemaOf(names);
  const fields = schemas[schema]?.fields ?? {};
  const rendered = names.map((name) => {
    const column = quoteName(name);
    const field = Object.hasOwn(fields, name) ? fields[name] : undefined;
    if (!field) return MIRROR_COLUMNS.test(name) ? column : `null as ${column}`;
    // A function call for each row would take most of the time.
    if (!field.personal && field.schema === undefined && !isFreeText(name)) return column;
    return `show_field('${schema}', ${quoteText(name)}, ${column}) as ${column}`;
  });
  return rendered.join(", ");
}

/** The schema to which most of the columns belong. */
function schemaOf(names: readonly string[]): string {
  const explained = (schema: string): number =>
    names.filter((name) => Object.hasOwn(schemas[schema]?.fields ?? {}, name)).length;
  return Object.keys(schemas).reduce((best, schema) => (explained(schema) > explained(best) ? schema : best));
}

/** In the mirror, arrays and objects are JSON text. */
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
