import type { DatabaseSync, StatementSync } from "node:sqlite";
import { numbered } from "../sqlite/create-session.js";
import type { TableName } from "../streams.js";
import type { RunKey, StreamKey } from "../target/target.js";

/** A run that has changed a table, and so has a file. */
export type ChangedRun = RunKey;

export interface RunChange {
  readonly id: string;
  readonly op: "insert" | "update" | "delete" | "restore";
  /** JSON; null if the record is deleted or erased. */
  readonly doc: string | null;
}

export function findChangedRuns(database: DatabaseSync): ChangedRun[] {
  const rows = database
    .prepare(
      "select run, account, stream as 'table' from run where status <> 'running' and inserted + updated + restored + deleted > 0",
    )
    .all();
  return rows as unknown as ChangedRun[]; // The columns that the statement selects.
}

/** The first releases of Node.js 22 finalize a statement that only its iterator uses. */
const kept = new WeakMap<object, StatementSync>();

/** The changes of a run by key, each record once, including records that later runs have changed again. */
export function readRunChanges(database: DatabaseSync, { account, table, run }: ChangedRun): Iterable<RunChange> {
  const statement = database.prepare(renderRunChanges(table));
  const rows = statement.iterate(numbered(account, run));
  kept.set(rows, statement);
  return rows as Iterable<unknown> as Iterable<RunChange>;
}

function renderRunChanges(table: TableName): string {
  const [live, history] = [`_${table}`, `_${table}_history`];
  return `select id, case when first_run = $2 then 'insert'
  when exists (select 1 from ${history} u where u.account = $1 and u.id = v.id and u.to_run = $2 and u.op = 'update') then 'update'
  else 'restore' end as op, doc
from (select id, first_run, doc from ${live} where account = $1 and changed_run = $2
  union all select h.id, r.first_run, h.doc from ${history} h join ${live} r on r.account = h.account and r.id = h.id where h.account = $1 and h.from_run = $2) v
union all select id, 'delete', null from ${live} where account = $1 and deleted_run = $2
union all select h.id, 'delete', null from ${history} h join ${live} r on r.account = h.account and r.id = h.id
  where h.account = $1 and h.to_run = $2 and h.op = 'delete' and r.deleted_run is not $2
order by id`;
}

/** The number of records whose values have been erased. */
export function countErased(database: DatabaseSync, { account, table }: StreamKey): number {
  const row = database
    .prepare(`select count(*) as erased from _${table} where account = ? and deleted_run is not null and doc is null`)
    .get(account);
  return Number(row?.erased);
}
