import type { Dialect } from "./dialect.js";
import { renderKeys, renderUnseen } from "./render-keys.js";
import type { Session } from "./session.js";
import type { RunEnding, RunKey, RunRow } from "./target.js";
import { toRunRow } from "./to-run-row.js";
import { writeState } from "./write-state.js";

/** Ends runs within a transaction. */
export async function finishRuns(
  session: Session,
  dialect: Dialect,
  endings: readonly RunEnding[],
): Promise<readonly RunRow[]> {
  const rows: RunRow[] = [];
  for (const ending of endings) rows.push(await finishRun(session, dialect, ending));
  return rows;
}

/** State, deletions, erasure, old rejections, and the row of the run. */
async function finishRun(session: Session, dialect: Dialect, ending: RunEnding): Promise<RunRow> {
  const { account, table, run, status, error = null, state, deletions, eraseBefore } = ending;
  if (state !== undefined) await writeState(session, ending, state);
  const deleted = deletions === "unseen" ? await deleteUnseen(session, dialect, ending) : 0;
  if (eraseBefore !== undefined) await erase(session, dialect, ending, eraseBefore);
  // A run that a guard stopped has not read the list.
  if (status === "done") {
    const sql = "delete from _rejected where account = $1 and stream = $2 and run < $3";
    await session.query(sql, [account, table, run]);
  }
  await session.query("delete from seen where stream = $1", [table]);
  const { rows } = await session.query(
    "update run set status = $1, error = $2, deleted = $3, ended = $4 where run = $5 returning *",
    [status, error, deleted, new Date().toISOString(), run],
  );
  return toRunRow(rows[0]);
}

async function deleteUnseen(session: Session, dialect: Dialect, { account, table, run }: RunKey): Promise<number> {
  const unseenKeys = `select i.id from ${renderKeys(table, dialect)} and ${renderUnseen("i", table, "seen")}`;
  // With an index, the wide table is read only for deleted records.
  const isUnseen = dialect.hasIndex ? `r.id in (${unseenKeys})` : renderUnseen("r", table, "seen");
  const values = [account, run];
  await session.query(
    `insert into _${table}_history (account, id, from_run, to_run, op, doc) select r.account, r.id, r.changed_run, $2, 'delete', r.doc from _${table} r where r.account = $1 and ${isUnseen}`,
    values,
  );
  const { changed } = await session.query(
    `update _${table} as r set deleted_run = $2 where r.account = $1 and ${isUnseen}`,
    values,
  );
  if (dialect.hasIndex) {
    const isOfIndex = `i.stream = '${table}' and i.account = $1 and ${renderUnseen("i", table, "seen")}`;
    await session.query(`update _index as i set deleted_run = $2 where ${isOfIndex}`, values);
  }
  return changed;
}

/** Erases records that were deleted long ago: the document, its hash, and the history. */
async function erase(
  session: Session,
  { bytes, hasIndex }: Dialect,
  { account, table, run }: RunKey,
  before: string,
): Promise<void> {
  const erasable = `account = $1 and doc is not null and deleted_run in (select run from run where account = $1 and stream = '${table}' and run < $2 and ended <= $3)`;
  const isErasable = `account = $1 and id in (select id from _${table} where ${erasable})`;
  const noHash = `hash = cast('' as ${bytes})`;
  const statements = [
    `delete from _${table}_history where ${isErasable}`,
    ...(hasIndex ? [`update _index set ${noHash} where stream = '${table}' and ${isErasable}`] : []),
    `update _${table} set doc = null, ${noHash} where ${erasable}`,
  ];
  for (const statement of statements) await session.query(statement, [account, run, before]);
}
