import type { Session } from "./session.js";

/** The name in `state` under which the redaction of an account's records is stored: JSON of a mark, or null. */
export const REDACTION = "redaction";

/** Stores the mark of an account. */
export async function writeRedaction(
  session: Session,
  account: string,
  mark: string | null,
  earlier: "keep" | "replace",
): Promise<void> {
  const resolution = earlier === "keep" ? "nothing" : "update set state = excluded.state";
  await session.query(
    `insert into state (account, stream, state) values ($1, '${REDACTION}', $2) on conflict (account, stream) do ${resolution}`,
    [account, JSON.stringify(mark)],
  );
}
