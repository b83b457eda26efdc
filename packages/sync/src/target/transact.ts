import type { Session } from "./session.js";

/** Runs `work` in a transaction: commits it, or rolls it back on an error, which may have ended it already. */
export async function transact<Opened extends Session, Result>(
  session: Opened,
  work: (session: Opened) => Promise<Result>,
  begin: "begin" | "begin immediate" = "begin",
): Promise<Result> {
  await session.query(begin);
  try {
    const result = await work(session);
    await session.query("commit");
    return result;
  } catch (error) {
    await session.query("rollback").catch(() => undefined);
    throw error;
  }
}
