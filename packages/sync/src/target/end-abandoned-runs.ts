import type { TableName } from "../streams.js";
import { quoteText } from "./dialect.js";
import type { Session } from "./session.js";

/** Called with the lock held: the process that wrote such a row held it, and no longer runs. */
export async function endAbandonedRuns(session: Session, account: string, tables: readonly TableName[]): Promise<void> {
  const now = new Date().toISOString();
  await session.query(
    `update run set status = 'failed', ended = $1, error = 'the process ended' where account = $2 and stream in (${tables.map(quoteText)}) and status = 'running'`,
    [now, account],
  );
  await session.query("insert into account (account, added) values ($1, $2) on conflict do nothing", [account, now]);
}
