import type { Target } from "../target/target.js";
import { createWorkerTarget } from "./worker-target.js";

/**
 * A mirror in a file of SQLite.
 *
 * @example
 * const sync = createSync({ client, target: sqliteTarget("leads.db") });
 */
export function sqliteTarget(path: string): Target {
  if (typeof path !== "string" || path === "") throw new TypeError("path must be the path of a file");
  return createWorkerTarget(new URL("./sqlite-worker.js", import.meta.url), path);
}
