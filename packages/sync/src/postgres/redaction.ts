import { REDACTION } from "../target/redaction-mark.js";
import type { Connection } from "./connection.js";

export async function readRedaction(connection: Connection, account: string): Promise<string | null | undefined> {
  const { rows } = await connection.query<{ state: string | null }>(
    `select state from state where account = $1 and stream = '${REDACTION}'`,
    [account],
  );
  return rows[0]?.state;
}

/** Stores a mark and returns the stored one, which is replaced only if `canReplace` resolves to true. */
export async function claimRedaction(
  connection: Connection,
  account: string,
  mark: string | null,
  canReplace: () => Promise<boolean>,
): Promise<string | null> {
  const found = await readRedaction(connection, account);
  const stored = found === undefined ? await storeFirst(connection, account, mark) : found;
  if (stored === mark || !(await canReplace())) return stored;
  await connection.query(`update state set state = $2::jsonb where account = $1 and stream = '${REDACTION}'`, [
    account,
    JSON.stringify(mark),
  ]);
  return mark;
}

/** Stores a mark unless another run was faster. */
async function storeFirst(connection: Connection, account: string, mark: string | null): Promise<string | null> {
  await connection.query(
    `insert into state (account, stream, state) values ($1, '${REDACTION}', $2::jsonb) on conflict do nothing`,
    [account, JSON.stringify(mark)],
  );
  return (await readRedaction(connection, account)) ?? null;
}
