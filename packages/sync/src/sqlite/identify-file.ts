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

/**
 * Throws if a path no longer leads to the open file, in which a run would end unseen: SQLite writes on, into a file
 * without a name. If another file took the name, SQLite would apply the log of the open file to it.
 */
export function assertSameFile(path: string, open: string | undefined): void {
  const file = identifyFile(path);
  if (file === open) return;
  if (file === undefined) throw new Error(`${path} was moved or deleted while it was open; run again`);
  throw new Error(`${path} was replaced while it was open; end this process, and delete ${path}-wal and ${path}-shm`);
}
