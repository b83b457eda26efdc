import { realpathSync } from "node:fs";
import { DatabaseSync } from "node:sqlite";

export interface FileLock {
  release(): void;
}

/**
 * Takes the lock of a mirror, whose file exists: a transaction on a separate file, which the operating system releases
 * if the process ends. SQLite follows symbolic links, so two of them must lead to one lock.
 */
export function lockFile(path: string): FileLock | undefined {
  const database = new DatabaseSync(path === ":memory:" ? path : `${realpathSync(path)}-lock`);
  try {
    database.exec("begin immediate");
  } catch (error) {
    database.close();
    if (isBusy(error)) return undefined;
    throw error;
  }
  return { release: () => database.close() };
}

/** SQLITE_BUSY, including its extended codes. */
function isBusy(error: unknown): boolean {
  return error instanceof Error && "errcode" in error && (Number(error.errcode) & 0xff) === 5;
}
