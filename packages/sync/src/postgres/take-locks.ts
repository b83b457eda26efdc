import type { TableName } from "../streams.js";
import type { Connection } from "./connection.js";

/** Takes the locks of streams for this connection, then ends runs that were abandoned; false where another one holds a lock. */
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
  // Whoever wrote that row held the lock, and is gone.
  await connection.query(
    "update run set status = 'failed', ended = $1, error = 'the process ended' where account = $2 and stream = any(string_to_array($3, ',')) and status = 'running'",
    [now, account, tables.join(",")],
  );
  await connection.query("insert into account (account, added) values ($1, $2) on conflict do nothing", [account, now]);
  return true;
}
