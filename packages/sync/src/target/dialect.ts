import type { FieldDescription } from "@serviceform/types/describe";
import type { TableName } from "../streams.js";

/** RFC 3339 with an offset: without an offset, or for words such as `now`, a cast would depend on the session. */
export const DATE_TIME: string = String.raw`^\d{4}-\d\d-\d\d[Tt ]\d\d:\d\d:\d\d(\.\d+)?([Zz]|[+-]\d\d:\d\d)$`;

/** The end of the year 9999, the last year that ISO 8601 writes without a sign. */
export const MAX_EPOCH_SECONDS = 253_402_300_799;

/** The differences between the SQL of two databases. */
export interface Dialect extends ViewDialect {
  /** Types of columns. */
  readonly json: string;
  readonly bytes: string;
  readonly time: string;
  readonly integer: string;
  /** The type of a primary key with automatic numbers. */
  readonly serial: string;
  /** Whether the narrow table `_index` has the keys of all records beside their wide tables, which take longer to read. */
  readonly hasIndex: boolean;
  /** A text in lower case, without the white space around it. */
  renderFolded(text: string): string;
}

/** The differences between the SQL of their views. */
export interface ViewDialect {
  /**
   * The columns of the field `name` of the JSON object in `document`, typed by the contract: null if the value does not
   * match.
   */
  renderColumn(document: string, name: string, field: FieldDescription): string;
  /** A row `element.value` for each object in the array `name` of `document`: the join and its condition. */
  renderElements(document: string, name: string): { readonly from: string; readonly where: string };
  /**
   * Every version of every record, valid from `from_run` until before `to_run`, which is null for the current version.
   */
  renderVersions(table: TableName): string;
}

/** All versions, with current and earlier ones in two tables. */
export function renderTableVersions(table: TableName): string {
  return `select account, id, doc, changed_run as from_run, null as to_run from _${table} where deleted_run is null
union all select account, id, doc, from_run, to_run from _${table}_history`;
}

/** An identifier in quotes; the names of the contract contain no quotes. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`;
}

/** A text literal. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`;
}
