import type { Session } from "./session.js";
import type { RunKey } from "./target.js";

export async function writeState(session: Session, { account, table, run }: RunKey, state: unknown): Promise<void> {
  await session.query(
    "insert into state (account, stream, state, run) values ($1, $2, $3, $4) on conflict (account, stream) do update set state = excluded.state, run = excluded.run",
    [account, table, JSON.stringify(state), run],
  );
}
