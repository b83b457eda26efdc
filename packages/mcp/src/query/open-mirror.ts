import { DatabaseSync } from "node:sqlite";
import { assertMirror } from "./assert-mirror.js";
import { createMaskedViews } from "./masked-views.js";
import type { QueryRequest } from "./query-request.js";

/** Opens a mirror so that SQLite itself rejects every write, and a query reads only values that the settings show. */
export function openMirror({ path, sql, settings }: QueryRequest): DatabaseSync {
  const isWhole = settings.personal === "full" && !settings.lockdown;
  // A database that is attached to a read-only connection is read-only too.
  const database = new DatabaseSync(isWhole ? path : ":memory:", { readOnly: true });
  if (isWhole) assertMirror(database);
  else createMaskedViews(database, { path, sql, settings });
  return database;
}
