import { statSync } from "node:fs";

/**
 * What distinguishes a file from another that takes its name, since somebody can delete or replace it between two runs.
 * Undefined if there is none.
 */
export function identifyFile(path: string): string | undefined {
  if (path === ":memory:") return path;
  const stats = statSync(path, { bigint: true, throwIfNoEntry: false });
  return stats && `${stats.dev} ${stats.ino}`;
}

/** For a file that took the name of an open one: SQLite would apply the log of the open file to it. */
export function createReplacedError(path: string): Error {
  return new Error(`${path} was replaced while it was open; end this process, and delete ${path}-wal and ${path}-shm`);
}
