import type { DatabaseSync } from "node:sqlite";

/** Throws if the database with this `schema` is not a mirror. */
export function assertMirror(database: DatabaseSync, schema = "main"): void {
  const found = database
    .prepare(`select count(*) as views from ${schema}.sqlite_master where type = 'view' and name = 'leads'`)
    .get();
  if (found?.views !== 1) throw new Error("the mirror must be a file that serviceform sync writes");
}
