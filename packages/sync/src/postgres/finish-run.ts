import type { RunEnding, RunRow } from "../target/target.js";
import type { Connection } from "./connection.js";
import { toRunRow } from "./to-run-row.js";

/** Ends a run within a transaction: deletions, erasure, old rejections, and its row. */
export async function finishRun(connection: Connection, ending: RunEnding): Promise<RunRow> {
  const { account, table, run, status, error = null, deletions, eraseBefore } = ending;
  const deleted = deletions === "unseen" ? await deleteUnseen(connection, ending) : 0;
  if (eraseBefore !== undefined) await erase(connection, ending, eraseBefore);
  // A run that a guard stopped has not read the list.
  if (status === "done") {
    await connection.query("delete from _rejected where account = $1 and stream = $2 and run < $3", [
      account,
      table,
      run,
    ]);
  }
  await connection.query("delete from seen where stream = $1", [table]);
  const { rows } = await connection.query(
    "update run set status = $1, error = $2, deleted = $3, ended = $4 where run = $5 returning *",
    [status, error, deleted, new Date().toISOString(), run],
  );
  return toRunRow(rows[0]);
}

async function deleteUnseen(connection: Connection, { account, table, run }: RunEnding): Promise<number> {
  const unseen = `r.account = $1 and r.deleted_run is null and not exists (select 1 from seen s where s.stream = '${table}' and s.id = r.id)`;
  await connection.query(
    `insert into _${table}_history (account, id, from_run, to_run, op, doc) select r.account, r.id, r.changed_run, $2, 'delete', r.doc from _${table} r where ${unseen}`,
    [account, run],
  );
  const { changed } = await connection.query(`update _${table} r set deleted_run = $2 where ${unseen}`, [account, run]);
  return changed;
}

/** Erases records that were deleted long ago: the document, its hash, and the history. */
async function erase(connection: Connection, { account, table, run }: RunEnding, before: string): Promise<void> {
  const erasable = `account = $1 and doc is not null and deleted_run in (select run from run where account = $1 and stream = '${table}' and run < $2 and ended <= $3)`;
  const values = [account, run, before];
  await connection.query(
    `delete from _${table}_history where account = $1 and id in (select id from _${table} where ${erasable})`,
    values,
  );
  await connection.query(`update _${table} set doc = null, hash = ''::bytea where ${erasable}`, values);
}
