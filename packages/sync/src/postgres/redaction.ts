import { REDACTION } from "../target/redaction-mark.js";
import type { Connection } from "./connection.js";

export async function readRedaction(connection: Connection, account: string): Promise<string | null | undefined> {
  const { rows } = await connection.query<{ state: string | null }>(
    `select state from state where account = $1 and stream = '${REDACTION}'`,
    [account],
  );
  return rows[0]?.state;
}

export async function writeRedaction(connection: Connection, account: string, mark: string | null): Promise<void> {
  await connection.query(
    `insert into state (account, stream, state) values ($1, '${REDACTION}', $2::jsonb)
on conflict (account, stream) do update set state = excluded.state`,
    [account, JSON.stringify(mark)],
  );
}
