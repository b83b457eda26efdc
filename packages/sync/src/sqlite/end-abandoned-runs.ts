import type { DatabaseSync } from "node:sqlite";
import type { TableName } from "../streams.js";

/** Called with the lock held: the process that wrote such a row held it, and no longer runs. */
export function endAbandonedRuns(database: DatabaseSync, account: string, tables: readonly TableName[]): void {
  const now = new Date().toISOString();
  const end = database.prepare(
    "update run set status = 'failed', ended = ?, error = 'the process ended' where account = ? and stream = ? and status = 'running'",
  );
  for (const table of tables) end.run(now, account, table);
  database.prepare("insert into account (account, added) values (?, ?) on conflict do nothing").run(account, now);
}
