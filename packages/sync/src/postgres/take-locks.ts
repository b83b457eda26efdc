import type { TableName } from "../streams.js";
import type { Connection } from "./connection.js";

/**
 * Takes the locks of streams for this connection, then ends abandoned runs; false if another connection holds a lock.
 */
export async function takeLocks(
  connection: Connection,
  schema: string,
  account: string,
  tables: readonly TableName[],
): Promise<boolean> {
  for (const table of tables) {
    const { rows } = await connection.query("select pg_try_advisory_lock(hashtextextended($1, 0)) as taken", [
      `serviceform:${schema}:${account}:${table}`,
    ]);
    if (!rows[0]?.taken) return false;
  }
  const now = new Date().toISOString();
  // The process that wrote the row held the lock, and no longer runs.
  await connection.query(
    "update run set status = 'failed', ended = $1, error = 'the process ended' where account = $2 and stream = any(string_to_array($3, ',')) and status = 'running'",
    [now, account, tables.join(",")],
  );
  await connection.query("insert into account (account, added) values ($1, $2) on conflict do nothing", [account, now]);
  return true;
}
