import { hash } from "node:crypto";
import type { Batch, RunCounts, RunKey } from "../target/target.js";
import type { Connection } from "./connection.js";
import { type HashedRecord, renderRows } from "./hashed-record.js";
import { insertRecords } from "./insert-records.js";

/** What the mirror has of a record that differs. */
interface Known {
  readonly id: string;
  readonly is_new: boolean;
  readonly is_deleted: boolean;
  readonly changed_run: string | number | null;
}

/** Writes what differs, within a transaction; probes by hash, so that unchanged rows are neither sent nor locked. */
export async function writeBatch(
  connection: Connection,
  key: RunKey,
  { records, rejected }: Batch,
): Promise<RunCounts> {
  const byId = new Map(records.map((record) => [record.id, record]));
  const hashed = [...byId.values()].map((record) => ({ ...record, hash: hash("sha256", record.doc) }));
  const { seen, known } = await findDifferent(connection, key, hashed);
  const select = (has: (row: Known) => boolean): HashedRecord[] => {
    const ids = new Set(known.filter(has).map(({ id }) => id));
    return hashed.filter(({ id }) => ids.has(id));
  };
  const inserted = select(({ is_new }) => is_new);
  const restored = select(({ is_deleted }) => is_deleted);
  const ofThisRun = select((row) => isLive(row) && Number(row.changed_run) === key.run);
  const updated = select((row) => isLive(row) && Number(row.changed_run) !== key.run);

  await insertRecords(connection, key, inserted);
  await archive(connection, key, updated);
  await update(connection, key, [...restored, ...updated, ...ofThisRun]);
  const reverted = await revert(connection, key, ofThisRun);
  await reject(connection, key, rejected);
  return {
    seen,
    inserted: inserted.length,
    updated: updated.length - reverted,
    deleted: 0,
    restored: restored.length,
    rejected: rejected.length,
  };
}

function isLive({ is_new, is_deleted }: Known): boolean {
  return !is_new && !is_deleted;
}

/** Marks the keys as seen and returns how many were not, with the records that differ: one statement, since each is a round trip. */
async function findDifferent(
  connection: Connection,
  { account, table }: RunKey,
  records: readonly HashedRecord[],
): Promise<{ readonly seen: number; readonly known: readonly Known[] }> {
  const { rows } = await connection.query<Known & { readonly seen: string | null }>(
    `with p as materialized (select * from json_to_recordset($1::json) p(id text, hash text)),
s as (insert into seen (stream, id) select '${table}', id from p on conflict do nothing returning id)
select p.id, r.id is null as is_new, r.deleted_run is not null as is_deleted, r.changed_run, null as seen
from p left join _${table} r on r.account = $2 and r.id = p.id
where r.id is null or r.deleted_run is not null or r.hash <> decode(p.hash, 'hex')
union all select null, null, null, null, count(*) from s`,
    [JSON.stringify(records.map(({ id, hash }) => ({ id, hash }))), account],
  );
  const count = rows.find(({ seen }) => seen !== null);
  return { seen: Number(count?.seen), known: rows.filter((row) => row !== count) };
}

/** Moves the versions that end into the history. */
async function archive(
  connection: Connection,
  { account, table, run }: RunKey,
  records: readonly HashedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await connection.query(
    `insert into _${table}_history (account, id, from_run, to_run, op, doc)
select r.account, r.id, r.changed_run, $3, 'update', r.doc from _${table} r
join json_array_elements_text($1::json) p(id) on p.id = r.id where r.account = $2`,
    [idsOf(records), account, run],
  );
}

async function update(
  connection: Connection,
  { account, table, run }: RunKey,
  records: readonly HashedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  await connection.query(
    `update _${table} r set hash = decode(p.hash, 'hex'), doc = p.doc, source_time = p.source_time, changed_run = $3, deleted_run = null
from json_to_recordset($1::json) p(id text, hash text, source_time timestamptz, doc jsonb) where r.account = $2 and r.id = p.id`,
    [renderRows(records), account, run],
  );
}

/** A record that is again as it was before the run: its version goes on, as if nothing had happened. */
async function revert(
  connection: Connection,
  { account, table, run }: RunKey,
  records: readonly HashedRecord[],
): Promise<number> {
  if (records.length === 0) return 0;
  const { changed } = await connection.query(
    `with gone as (delete from _${table}_history h using _${table} r, json_array_elements_text($1::json) p(id)
where h.account = $2 and h.id = p.id and h.to_run = $3 and h.op = 'update' and r.account = h.account and r.id = h.id and r.doc = h.doc returning h.id, h.from_run)
update _${table} r set changed_run = gone.from_run from gone where r.account = $2 and r.id = gone.id`,
    [idsOf(records), account, run],
  );
  return changed;
}

async function reject(
  connection: Connection,
  { account, table, run }: RunKey,
  rejected: Batch["rejected"],
): Promise<void> {
  if (rejected.length === 0) return;
  const rows = rejected.map(({ reason, doc }) => `{"reason":${JSON.stringify(reason)},"doc":${doc}}`);
  await connection.query(
    "insert into _rejected (account, stream, run, reason, doc) select $2, $3, $4, p.reason, p.doc from json_to_recordset($1::json) p(reason text, doc jsonb)",
    [`[${rows.join(",")}]`, account, table, run],
  );
}

function idsOf(records: readonly HashedRecord[]): string {
  return JSON.stringify(records.map(({ id }) => id));
}
