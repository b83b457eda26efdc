import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import { LAST_RUN_BY, LAST_RUNS, renderChangesSince, renderVersions } from "../target/read-queries.js";
import type { ChangeRow, Comparison, Page, RunRow, StreamKey, VersionRow } from "../target/target.js";
import { numbered } from "./numbered.js";
import type { UnpackedRecord } from "./packed-records.js";
import type { TableStatements } from "./statements.js";
import { toSqlite } from "./to-sqlite.js";
import { compareRecord } from "./write-record.js";

export function countLive(database: DatabaseSync, { account, table }: StreamKey): number {
  const sql = "select count(*) as live from _index where stream = $1 and account = $2 and deleted_run is null";
  const [row] = select<{ live: number }>(database, sql, table, account);
  return row?.live ?? 0;
}

export function countUnseen(database: DatabaseSync, { account, table }: StreamKey): number {
  const [row] = select<{ unseen: number }>(
    database,
    "select count(*) as unseen from _index i where stream = $1 and account = $2 and deleted_run is null and not exists (select 1 from temp.seen s where s.stream = $1 and s.id = i.id)",
    table,
    account,
  );
  return row?.unseen ?? 0;
}

export function readStatus(database: DatabaseSync): RunRow[] {
  return select(database, LAST_RUNS);
}

export function findRun(database: DatabaseSync, { account, table }: StreamKey, ended: string): number {
  const [row] = select<{ run: number | null }>(database, LAST_RUN_BY, account, table, ended);
  return row?.run ?? 0;
}

export function readVersions(
  database: DatabaseSync,
  { account, table }: StreamKey,
  run: number,
  { after, limit }: Page,
): VersionRow[] {
  return select(database, renderVersions(table, "doc"), account, run, after ?? null, limit);
}

export function readChanges(
  database: DatabaseSync,
  { account, table }: StreamKey,
  since: number,
  { after, limit }: Page,
): ChangeRow[] {
  return select(database, renderChangesSince(table, "doc"), account, since, after ?? null, limit);
}

/** Compares records with the mirror. */
export function compare(
  database: DatabaseSync,
  statements: TableStatements,
  stream: StreamKey,
  records: readonly UnpackedRecord[],
): Comparison {
  const markSeen = database.prepare("insert or ignore into temp.compared (stream, id) values (?, ?)");
  for (const { id } of records) markSeen.run(stream.table, id);
  const compared = records.map((record) => ({ id: record.id, is: compareRecord(statements, stream, record) }));
  const idsOf = (state: string): string[] => compared.filter(({ is }) => is === state).map(({ id }) => id);
  return { missing: idsOf("missing"), different: idsOf("different") };
}

/** Uses the narrow index. */
export function readExtra(
  database: DatabaseSync,
  { account, table }: StreamKey,
  { after, limit }: Page,
): { readonly id: string }[] {
  return select(
    database,
    `select id from _index i where stream = $1 and account = $2 and deleted_run is null and (cast($3 as text) is null or id > $3)
and not exists (select 1 from temp.compared c where c.stream = $1 and c.id = i.id) order by id limit $4`,
    table,
    account,
    after ?? null,
    limit,
  );
}

/** `Row` has the columns that the statement selects. */
export function select<Row>(database: DatabaseSync, sql: string, ...values: SQLInputValue[]): Row[] {
  return database.prepare(toSqlite(sql)).all(numbered(...values)) as Row[];
}
