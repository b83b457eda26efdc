import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { RunEnding, RunRow } from "../target/target.js";
import { numbered } from "./numbered.js";

/** Ends a run within a transaction: deletions, erasure, old rejections, and its row. */
export function finishRun(database: DatabaseSync, ending: RunEnding): RunRow {
  const { account, table, run, status, error = null, deletions, eraseBefore } = ending;
  const change = (sql: string, ...values: SQLInputValue[]): number =>
    Number(database.prepare(sql).run(numbered(...values)).changes);
  const deleted = deletions === "unseen" ? deleteUnseen(change, ending) : 0;
  if (eraseBefore !== undefined) erase(change, ending, eraseBefore);
  // A run that a guard stopped has not read the list.
  if (status === "done")
    change("delete from _rejected where account = ?1 and stream = ?2 and run < ?3", account, table, run);
  change("delete from temp.seen where stream = ?1", table);
  change(
    "update run set status = ?1, error = ?2, deleted = ?3, ended = ?4 where run = ?5",
    status,
    error,
    deleted,
    new Date().toISOString(),
    run,
  );
  return database.prepare("select * from run where run = ?").get(run) as unknown as RunRow;
}

type Change = (sql: string, ...values: SQLInputValue[]) => number;

/** Uses the narrow index: the wide table is read only for deleted records. */
function deleteUnseen(change: Change, { account, table, run }: RunEnding): number {
  const unseen = `stream = '${table}' and account = ?1 and deleted_run is null and not exists (select 1 from temp.seen s where s.stream = '${table}' and s.id = i.id)`;
  const isUnseen = `account = ?1 and id in (select i.id from _index i where ${unseen})`;
  change(
    `insert into _${table}_history (account, id, from_run, to_run, op, doc) select account, id, changed_run, ?2, 'delete', doc from _${table} where ${isUnseen}`,
    account,
    run,
  );
  const deleted = change(`update _${table} set deleted_run = ?2 where ${isUnseen}`, account, run);
  change(`update _index as i set deleted_run = ?2 where ${unseen}`, account, run);
  return deleted;
}

/** Erases records that were deleted long ago: the document, its hash, and the history. */
function erase(change: Change, { account, table, run }: RunEnding, before: string): void {
  const erasable = `account = ?1 and doc is not null and deleted_run in (select run from run where account = ?1 and stream = '${table}' and run < ?2 and ended <= ?3)`;
  change(
    `delete from _${table}_history where account = ?1 and id in (select id from _${table} where ${erasable})`,
    account,
    run,
    before,
  );
  change(
    `update _index set hash = x'' where stream = '${table}' and account = ?1 and id in (select id from _${table} where ${erasable})`,
    account,
    run,
    before,
  );
  change(`update _${table} set doc = null, hash = x'' where ${erasable}`, account, run, before);
}
