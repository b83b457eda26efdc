import type { DatabaseSync } from "node:sqlite";

/** Throws where a database, of which `schema` is a part, is no mirror. */
export function assertMirror(database: DatabaseSync, schema = "main"): void {
  const found = database
    .prepare(`select count(*) as views from ${schema}.sqlite_master where type = 'view' and name = 'leads'`)
    .get();
  if (found?.views !== 1) throw new Error("the mirror must be a file that serviceform sync writes");
}
