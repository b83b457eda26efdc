import type { ParsedRecord } from "../record/parse-record.js";
import { MAX_KNOWN } from "../target/max-known.js";
import { LAST_RUN_BY, LAST_RUNS, renderChangesSince, renderVersions } from "../target/read-queries.js";
import type { ChangeRow, Comparison, Page, RunRow, StreamKey, StreamState, VersionRow } from "../target/target.js";
import type { Connection } from "./connection.js";
import { hashRecords, renderRows } from "./hashed-record.js";
import { toRunRow } from "./to-run-row.js";

/** The expression that reads a document as text. */
const DOC = "doc::text";

export async function readState(connection: Connection, { account, table }: StreamKey): Promise<StreamState> {
  // In the order of the primary key, so that no more than these rows are read.
  const { rows } = await connection.query(
    `select (select state from state where account = $1 and stream = $2) as state,
(select count(*) from (select from _${table} where account = $1 order by id limit ${MAX_KNOWN}) r) as known`,
    [account, table],
  );
  return { state: rows[0]?.state ?? undefined, known: Number(rows[0]?.known) };
}

export async function countLive(connection: Connection, { account, table }: StreamKey): Promise<number> {
  const { rows } = await connection.query(
    `select count(*) as live from _${table} where account = $1 and deleted_run is null`,
    [account],
  );
  return Number(rows[0]?.live);
}

export async function countKnown(
  connection: Connection,
  { account, table }: StreamKey,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await connection.query(
    `select count(*) as known from json_array_elements_text($1::json) p(id) join _${table} r on r.account = $2 and r.id = p.id`,
    [JSON.stringify(ids), account],
  );
  return Number(rows[0]?.known);
}

export async function countUnseen(connection: Connection, { account, table }: StreamKey): Promise<number> {
  await connection.query("analyze seen");
  const { rows } = await connection.query(
    `select count(*) as unseen from _${table} r where r.account = $1 and r.deleted_run is null and not exists (select 1 from seen s where s.stream = $2 and s.id = r.id)`,
    [account, table],
  );
  return Number(rows[0]?.unseen);
}

export async function readStatus(connection: Connection): Promise<readonly RunRow[]> {
  const { rows } = await connection.query(LAST_RUNS);
  return rows.map(toRunRow);
}

export async function findRun(connection: Connection, { account, table }: StreamKey, ended: string): Promise<number> {
  const { rows } = await connection.query(LAST_RUN_BY, [account, table, ended]);
  return Number(rows[0]?.run ?? 0);
}

export async function readVersions(
  connection: Connection,
  { account, table }: StreamKey,
  run: number,
  { after, limit }: Page,
): Promise<readonly VersionRow[]> {
  const values = [account, run, after ?? null, limit];
  const { rows } = await connection.query<VersionRow>(renderVersions(table, DOC), values);
  return rows;
}

export async function readChanges(
  connection: Connection,
  { account, table }: StreamKey,
  since: number,
  { after, limit }: Page,
): Promise<readonly ChangeRow[]> {
  const values = [account, since, after ?? null, limit];
  const { rows } = await connection.query<ChangeRow>(renderChangesSince(table, DOC), values);
  return rows.map((row) => ({ ...row, first_run: Number(row.first_run) }));
}

export async function startComparison(connection: Connection, { table }: StreamKey): Promise<void> {
  await connection.query("create temp table if not exists compared (stream text, id text, primary key (stream, id))");
  await connection.query("delete from compared where stream = $1", [table]);
}

/** Compares the documents, since somebody may have changed one by hand, which its hash does not show. */
export async function compare(
  connection: Connection,
  { account, table }: StreamKey,
  records: readonly ParsedRecord[],
): Promise<Comparison> {
  const probes = renderRows(hashRecords(table, records));
  await connection.query(
    "insert into compared (stream, id) select $2, id from json_to_recordset($1::json) p(id text) on conflict do nothing",
    [probes, table],
  );
  const { rows } = await connection.query<{ id: string; is_missing: boolean }>(
    `select p.id, r.id is null as is_missing from json_to_recordset($1::json) p(id text, doc jsonb)
left join _${table} r on r.account = $2 and r.id = p.id and r.deleted_run is null where r.id is null or r.doc is distinct from p.doc`,
    [probes, account],
  );
  const idsOf = (isMissing: boolean): string[] =>
    rows.filter((row) => row.is_missing === isMissing).map(({ id }) => id);
  return { missing: idsOf(true), different: idsOf(false) };
}

export async function readExtra(
  connection: Connection,
  { account, table }: StreamKey,
  { after, limit }: Page,
): Promise<readonly { readonly id: string }[]> {
  const { rows } = await connection.query<{ id: string }>(
    `select r.id from _${table} r where r.account = $1 and r.deleted_run is null and (cast($2 as text) is null or r.id > $2)
and not exists (select 1 from compared c where c.stream = $3 and c.id = r.id) order by r.id limit $4`,
    [account, after ?? null, table, limit],
  );
  return rows;
}
