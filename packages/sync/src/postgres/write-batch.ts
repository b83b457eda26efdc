import type { Batch, RunCounts, RunKey } from "../target/target.js";
import { transact } from "../target/transact.js";
import type { Connection } from "./connection.js";
import { renderCopy, renderCopyRows } from "./copy-records.js";
import { type HashedRecord, renderRows } from "./hashed-record.js";
import { renderProgress } from "./render-progress.js";

/** From this many new records on, COPY is worth its round trips. */
const MIN_COPY_ROWS = 100;

export interface HashedBatch extends Omit<Batch, "records"> {
  readonly records: readonly HashedRecord[];
}

/**
 * Whether the statement that compares the hashes is planned for each batch, as long as the table may grow from a few
 * records to many, or once: to plan it takes a third of its time.
 */
export type Probe = "planned" | "prepared";

/** The stored version of a record that differs. */
interface Known {
  readonly id: string;
  readonly is_new: boolean;
  readonly is_deleted: boolean;
  readonly changed_run: string | number | null;
}

interface Found {
  /** The number of newly seen keys. */
  readonly seen: number;
  /** Those that differ. */
  readonly known: readonly Known[];
}

/** The records that differ, grouped by the statement that they need. */
interface Differences {
  readonly inserted: readonly HashedRecord[];
  readonly restored: readonly HashedRecord[];
  readonly updated: readonly HashedRecord[];
  /** Changed earlier in this run; the earlier version is replaced without a trace. */
  readonly ofThisRun: readonly HashedRecord[];
}

/**
 * Writes the records that differ. It compares hashes first, so that unchanged rows are neither sent nor locked. Each
 * query is a round trip.
 */
export async function writeBatch(
  connection: Connection,
  key: RunKey,
  batch: HashedBatch,
  probe: Probe,
): Promise<RunCounts> {
  const { rejected, state } = batch;
  const isAlone = rejected.length === 0 && state === undefined;
  const seeing = isAlone ? "count" : "leave";
  const found = await findDifferent(connection, key, batch.records, { probe, seeing });
  const { seen, known } = found;
  if (isAlone && known.length === 0) return { seen, inserted: 0, updated: 0, deleted: 0, restored: 0, rejected: 0 };
  return transact(connection, () => writeDifferences(connection, key, batch, found));
}

function sort(records: readonly HashedRecord[], known: readonly Known[], run: number): Differences {
  const select = (has: (row: Known) => boolean): HashedRecord[] => {
    const ids = new Set(known.filter(has).map(({ id }) => id));
    return ids.size === 0 ? [] : records.filter(({ id }) => ids.has(id));
  };
  return {
    inserted: select(({ is_new }) => is_new),
    restored: select(({ is_deleted }) => is_deleted),
    updated: select((row) => isLive(row) && Number(row.changed_run) !== run),
    ofThisRun: select((row) => isLive(row) && Number(row.changed_run) === run),
  };
}

function isLive({ is_new, is_deleted }: Known): boolean {
  return !is_new && !is_deleted;
}

async function writeDifferences(
  connection: Connection,
  key: RunKey,
  { records, rejected, state }: HashedBatch,
  { seen, known }: Found,
): Promise<RunCounts> {
  const { inserted, restored, updated, ofThisRun } = sort(records, known, key.run);
  await insert(connection, key, inserted);
  await apply(connection, key, renderArchive(key), idsOf(updated));
  await apply(connection, key, renderUpdate(key), renderRows([...restored, ...updated, ...ofThisRun]));
  const reverted = await apply(connection, key, renderRevert(key), idsOf(ofThisRun));
  await reject(connection, key, rejected);
  const counts: RunCounts = {
    seen,
    inserted: inserted.length,
    updated: updated.length - reverted,
    deleted: 0,
    restored: restored.length,
    rejected: rejected.length,
  };
  for (const statement of renderProgress(key, counts, state)) await connection.query(statement);
  return counts;
}

/**
 * Marks the keys as seen and returns the number of newly seen ones, with the records that differ. If none differ,
 * `count` adds them to the run, since no other statement is needed. The limit keeps the planner from reading the whole
 * table instead of its index.
 */
async function findDifferent(
  connection: Connection,
  { account, table, run }: RunKey,
  records: readonly HashedRecord[],
  { probe, seeing }: { readonly probe: Probe; readonly seeing: "count" | "leave" },
): Promise<Found> {
  const { rows } = await connection.query<Known & { readonly seen: string | null }>(
    `with p as materialized (select * from json_to_recordset($1::json) p(id text, hash text)),
s as (insert into seen (stream, id) select '${table}', id from p on conflict do nothing returning id),
d as (select p.id, r.hash is null as is_new, r.deleted_run is not null as is_deleted, r.changed_run
from p left join lateral (select hash, deleted_run, changed_run from _${table} where account = $2 and id = p.id limit 1) r on true
where r.hash is null or r.deleted_run is not null or r.hash <> decode(p.hash, 'hex')),
u as (update run set seen = seen + (select count(*) from s) where run = $3 and $4 and not exists (select 1 from d))
select id, is_new, is_deleted, changed_run, null as seen from d union all select null, null, null, null, count(*) from s`,
    [JSON.stringify(records.map(({ id, hash }) => ({ id, hash }))), account, run, seeing === "count"],
    probe === "prepared" ? `probe ${table}` : undefined,
  );
  const count = rows.find((row) => row.seen !== null);
  return { seen: Number(count?.seen), known: rows.filter((row) => row !== count) };
}

async function insert(connection: Connection, key: RunKey, records: readonly HashedRecord[]): Promise<void> {
  if (connection.copy && records.length >= MIN_COPY_ROWS) {
    return connection.copy(renderCopy(key), renderCopyRows(key, records));
  }
  await apply(connection, key, renderInsert(key), renderRows(records));
}

/** Runs a statement with the parameters records, account and run; returns the number of changed rows. */
async function apply(connection: Connection, { account, run }: RunKey, sql: string, records: string): Promise<number> {
  if (records === NO_RECORDS) return 0;
  const { changed } = await connection.query(sql, [records, account, run]);
  return changed;
}

const NO_RECORDS = "[]";

function renderInsert({ table }: RunKey): string {
  return `insert into _${table} (account, id, hash, doc, source_time, first_run, changed_run)
select $2, p.id, decode(p.hash, 'hex'), p.doc, p.source_time, $3::bigint, $3::bigint
from json_to_recordset($1::json) p(id text, hash text, source_time timestamptz, doc jsonb)`;
}

/** Moves the versions that end into the history. */
function renderArchive({ table }: RunKey): string {
  return `insert into _${table}_history (account, id, from_run, to_run, op, doc)
select r.account, r.id, r.changed_run, $3, 'update', r.doc from _${table} r
join json_array_elements_text($1::json) p(id) on p.id = r.id where r.account = $2`;
}

function renderUpdate({ table }: RunKey): string {
  return `update _${table} r set hash = decode(p.hash, 'hex'), doc = p.doc, source_time = p.source_time, changed_run = $3, deleted_run = null
from json_to_recordset($1::json) p(id text, hash text, source_time timestamptz, doc jsonb) where r.account = $2 and r.id = p.id`;
}

/** A record that has its value from before the run again: that version continues, without a change. */
function renderRevert({ table }: RunKey): string {
  return `with gone as (delete from _${table}_history h using _${table} r, json_array_elements_text($1::json) p(id)
where h.account = $2 and h.id = p.id and h.to_run = $3 and h.op = 'update' and r.account = h.account and r.id = h.id and r.doc = h.doc returning h.id, h.from_run)
update _${table} r set changed_run = gone.from_run from gone where r.account = $2 and r.id = gone.id`;
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
