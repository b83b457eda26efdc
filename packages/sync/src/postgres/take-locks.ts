import type { TableName } from "../streams.js";
import { endAbandonedRuns } from "../target/end-abandoned-runs.js";
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
  await endAbandonedRuns(connection, account, tables);
  return true;
}
