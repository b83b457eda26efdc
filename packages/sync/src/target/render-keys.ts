import type { TableName } from "../streams.js";
import type { Dialect } from "./dialect.js";

/** The rows `i` with the keys of a table and the account `$1`: those of the index, if the database has one. */
export function renderKeys(table: TableName, { hasIndex }: Dialect): string {
  return hasIndex ? `_index i where i.stream = '${table}' and i.account = $1` : `_${table} i where i.account = $1`;
}

/** The condition that a row is live, and that its key is not among those that a run or a comparison has seen. */
export function renderUnseen(row: string, table: TableName, keys: "seen" | "compared"): string {
  return `${row}.deleted_run is null and not exists (select 1 from ${keys} s where s.stream = '${table}' and s.id = ${row}.id)`;
}
