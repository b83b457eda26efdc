import type { FieldDescription } from "@serviceform/types/describe";
import type { TableName } from "../streams.js";

/** Where the SQL of two databases differs. */
export interface Dialect extends ViewDialect {
  /** Types of columns. */
  readonly json: string;
  readonly bytes: string;
  readonly time: string;
  readonly integer: string;
  /** The type of a primary key that numbers itself. */
  readonly serial: string;
}

/** Where the SQL of their views differs. */
export interface ViewDialect {
  /** The columns `name` of the JSON object in `document`, typed by the contract: null where the value does not match. */
  renderColumn(document: string, name: string, field: FieldDescription): string;
  /** A row `element.value` for each object in the array `name` of `document`: what to join, and under which condition. */
  renderElements(document: string, name: string): { readonly from: string; readonly where: string };
  /** Every version of every record, valid from `from_run` until before `to_run`, which is null while it holds. */
  renderVersions(table: TableName): string;
}

/** Versions, where what holds and what held stand in two tables. */
export function renderTableVersions(table: TableName): string {
  return `select account, id, doc, changed_run as from_run, null as to_run from _${table} where deleted_run is null
union all select account, id, doc, from_run, to_run from _${table}_history`;
}

/** An identifier, quoted: the names of the contract stand as they are. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
