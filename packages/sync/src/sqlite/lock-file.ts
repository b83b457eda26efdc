import { DatabaseSync } from "node:sqlite";

export interface FileLock {
  release(): void;
}

/** Takes the lock of a mirror: a transaction on a file beside it, which the system ends with the process. */
export function lockFile(path: string): FileLock | undefined {
  const database = new DatabaseSync(path === ":memory:" ? path : `${path}-lock`);
  try {
    database.exec("begin immediate");
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

/** SQLITE_BUSY, also in its extended forms. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5;
}
