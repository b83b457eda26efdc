import { quoteText } from "../target/dialect.js";
import type { RunCounts, RunKey } from "../target/target.js";
import type { Connection } from "./connection.js";
import { renderCopy, renderCopyRows } from "./copy-records.js";
import { renderProgress } from "./render-progress.js";
import { UNIQUE_VIOLATION } from "./unique-violation.js";
import type { HashedBatch } from "./write-batch.js";

/** A batch of records that are presumed new: one message of several statements, which form one transaction. */
export interface FirstLoad {
  readonly counts: RunCounts;
  readonly sql: string;
  readonly rows: string;
}

/** Undefined if a batch contains more than records. */
export function renderFirstLoad(key: RunKey, { records, rejected, state }: HashedBatch): FirstLoad | undefined {
  if (rejected.length > 0) return undefined;
  const { length } = records;
  const counts = { seen: length, inserted: length, updated: 0, deleted: 0, restored: 0, rejected: 0 };
  const ids = quoteText(JSON.stringify(records.map(({ id }) => id)));
  const see = `insert into seen (stream, id) select '${key.table}', id from json_array_elements_text(${ids}::json) p(id)`;
  const sql = [see, renderCopy(key), ...renderProgress(key, counts, state)].join(";");
  return { counts, sql, rows: renderCopyRows(key, records) };
}

/** Returns false, without a write, if a key has already been written in this run. */
export async function writeFirstLoad(connection: Connection, { sql, rows }: FirstLoad): Promise<boolean> {
  try {
    await connection.copy?.(sql, rows);
    return true;
  } catch (error) {
    if (Object(error).code === UNIQUE_VIOLATION) return false;
    throw error;
  }
}
