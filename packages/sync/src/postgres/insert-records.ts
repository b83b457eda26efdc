import type { RunKey } from "../target/target.js";
import type { Connection } from "./connection.js";
import { type HashedRecord, renderRows } from "./hashed-record.js";

/** From so many rows on, COPY is worth its round trips. */
const MIN_COPY_ROWS = 100;

/** Inserts records that are known to be new. */
export async function insertRecords(
  connection: Connection,
  key: RunKey,
  records: readonly HashedRecord[],
): Promise<void> {
  if (records.length === 0) return;
  const { account, table, run } = key;
  const columns = "account, id, hash, doc, source_time, first_run, changed_run";
  if (connection.copy && records.length >= MIN_COPY_ROWS) {
    const lines = records.map((record) => renderCopyLine(account, record, run));
    return connection.copy(`copy _${table} (${columns}) from stdin`, lines.join(""));
  }
  await connection.query(
    `insert into _${table} (${columns}) select $2, p.id, decode(p.hash, 'hex'), p.doc, p.source_time, $3::bigint, $3::bigint
from json_to_recordset($1::json) p(id text, hash text, source_time timestamptz, doc jsonb)`,
    [renderRows(records), account, run],
  );
}

/** A line of the text format: tabs between values, `\N` for null. */
function renderCopyLine(account: string, { id, hash, doc, sourceTime }: HashedRecord, run: number): string {
  return `${escapeCopy(account)}\t${escapeCopy(id)}\t\\\\x${hash}\t${escapeCopy(doc)}\t${sourceTime ?? "\\N"}\t${run}\t${run}\n`;
}

const ESCAPES: Readonly<Record<string, string>> = { "\\": "\\\\", "\t": "\\t", "\n": "\\n", "\r": "\\r" };

function escapeCopy(text: string): string {
  // The pattern matches what has an escape.
  return text.replaceAll(/[\\\t\n\r]/g, (character) => ESCAPES[character] as string);
}
