import { createWorkerTarget } from "../sqlite/worker-target.js";
import type { Target } from "../target/target.js";

/**
 * A folder of Parquet files, one for each run and table, and `views.sql` with views for DuckDB. Beside them, `_index.db` is
 * a mirror in SQLite that has the state, the history and the lock. It needs the package `hyparquet-writer`.
 *
 * @example
 * const sync = createSync({ client, target: parquetTarget("lake") });
 */
export function parquetTarget(folder: string): Target {
  if (typeof folder !== "string" || folder === "") throw new TypeError("folder must be the path of a folder");
  return createWorkerTarget(new URL("./parquet-worker.js", import.meta.url), folder);
}
