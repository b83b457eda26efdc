/** A session of PostgreSQL, as a client sees it. */
export interface PooledSession {
  /** The process that the server named when the connection began. A pooler names one that does not exist. */
  readonly processID: number | null;
  query(sql: string): Promise<{ readonly rows: readonly { readonly pid?: unknown }[] }>;
  end(): Promise<void>;
}

/**
 * Whether a pooler passes each transaction to any of its sessions. `openOther` opens a second connection, which is used
 * only if there is a pooler: with a session of its own for each connection, the two never share a process.
 */
export async function isPooledByTransaction(
  session: PooledSession,
  openOther: () => Promise<PooledSession>,
): Promise<boolean> {
  const pid = await readPid(session);
  if (pid === session.processID) return false;
  // A pool of one session cannot serve another connection, so the first one has a session of its own.
  const other = await openOther().catch(() => undefined);
  if (!other) return false;
  try {
    await other.query("begin");
    return (await readPid(other)) === pid || (await readPid(session)) !== pid;
  } catch {
    return false;
  } finally {
    await other.end().catch(() => undefined);
  }
}

async function readPid(session: PooledSession): Promise<unknown> {
  const { rows } = await session.query("select pg_backend_pid() as pid");
  return rows[0]?.pid;
}
