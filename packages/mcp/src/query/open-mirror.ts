import { constants, DatabaseSync } from "node:sqlite";
import type { Settings } from "../options.js";
import { createMaskedViews } from "./masked-views.js";

export interface QueryRequest {
  readonly path: string;
  readonly sql: string;
  readonly settings: Pick<Settings, "personal" | "lockdown">;
}

/** Opens a mirror so that SQLite itself rejects whatever is no reading of what the settings show. */
export function openMirror({ path, sql, settings }: QueryRequest): DatabaseSync {
  const database = new DatabaseSync(path, { readOnly: true });
  assertMirror(database);
  const isOpen = settings.personal === "full" && !settings.lockdown;
  const readers = isOpen ? undefined : createMaskedViews(database, sql, settings);
  database.setAuthorizer((action, table, column, schema, reader) => {
    const isAllowed =
      action === constants.SQLITE_READ ? isShown({ table, column, schema, reader }, readers) : READING.includes(action);
    return isAllowed ? constants.SQLITE_OK : constants.SQLITE_DENY;
  });
  return database;
}

interface Access {
  readonly table: string | null;
  readonly column: string | null;
  readonly schema: string | null;
  /** The view or common table expression that reads. */
  readonly reader: string | null;
}

/** SQLite's own tables name the readers, which a query must not know. */
function isShown({ table, column, schema, reader }: Access, readers: ReadonlySet<string> | undefined): boolean {
  if (!readers) return true;
  if (table?.toLowerCase().startsWith("sqlite_")) return false;
  // A count of rows reads no column.
  return schema === "temp" || column === "" || readers.has(reader ?? "");
}

const READING = [constants.SQLITE_SELECT, constants.SQLITE_FUNCTION, constants.SQLITE_RECURSIVE];

export function assertMirror(database: DatabaseSync): void {
  const found = database
    .prepare("select count(*) as views from sqlite_master where type = 'view' and name = 'leads'")
    .get();
  if (found?.views !== 1) throw new Error("the mirror must be a file that serviceform sync writes");
}
