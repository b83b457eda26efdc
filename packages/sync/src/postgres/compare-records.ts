import type { ParsedRecord } from "../record/parse-record.js";
import type { Comparison, StreamKey } from "../target/target.js";
import type { Connection } from "./connection.js";
import { hashRecords, renderRows } from "./hashed-record.js";

/**
 * Compares the documents, since somebody may have changed one by hand, which its hash does not show. The limit keeps the
 * planner from comparing each record with all of a table whose statistics it lacks.
 */
export async function compareRecords(
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
left join lateral (select id, doc from _${table} where account = $2 and id = p.id and deleted_run is null limit 1) r on true
where r.id is null or r.doc is distinct from p.doc`,
    [probes, account],
  );
  const idsOf = (isMissing: boolean): string[] =>
    rows.filter((row) => row.is_missing === isMissing).map(({ id }) => id);
  return { missing: idsOf(true), different: idsOf(false) };
}

export async function countKnown(
  connection: Connection,
  { account, table }: StreamKey,
  ids: readonly string[],
): Promise<number> {
  const { rows } = await connection.query(
    `select count(*) as known from json_array_elements_text($1::json) p(id)
join lateral (select from _${table} where account = $2 and id = p.id limit 1) r on true`,
    [JSON.stringify(ids), account],
  );
  return Number(rows[0]?.known);
}
