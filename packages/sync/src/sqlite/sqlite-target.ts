import type { Target } from "../target/target.js";
import { createWorkerTarget } from "./worker-target.js";

/**
 * A mirror in a file of SQLite.
 *
 * @example
 * const sync = createSync({ client, target: sqliteTarget("leads.db") });
 */
export function sqliteTarget(path: string): Target {
  // SQLite would read a text that begins with `file:` as a URL, whose name is another one.
  if (typeof path !== "string" || path === "" || path.startsWith("file:"))
    throw new TypeError("path must be the path of a file, not a URL");
  return createWorkerTarget(new URL("./sqlite-worker.js", import.meta.url), path);
}
