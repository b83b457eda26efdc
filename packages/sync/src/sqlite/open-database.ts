import { accessSync, constants, statSync } from "node:fs";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { isOutdated, readSchemaVersion, renderSchemaMark, type SchemaMark } from "../target/schema-mark.js";
import type { Access } from "../target/target.js";
import { transact } from "../target/transact.js";
import { chooseTempStore } from "./choose-temp-store.js";
import { createSession } from "./create-session.js";
import { renderSqliteSchema } from "./render-schema.js";
import { FOLD } from "./sqlite-dialect.js";

/** Opens a mirror; creates its tables if they are missing, and its views if they are of another version. */
export async function openDatabase(path: string, access: Access): Promise<DatabaseSync> {
  if (path !== ":memory:") assertUsable(path, access);
  const database = open(path);
  try {
    // Another process may be creating the mirror.
    database.exec("pragma busy_timeout = 10000");
    const present = readMark(database, path);
    // A run that could not create the tables leaves an empty file.
    if (access === "read" && !present) throw missingMirror(path);
    await prepare(database, access, present).catch((cause) => {
      // The errors of SQLite do not name the file.
      throw showsOtherFile(cause) ? cause : toOpenError(path, cause);
    });
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

function assertUsable(path: string, access: Access): void {
  const stats = statSync(path, { throwIfNoEntry: false });
  if (access === "read" && !stats) throw missingMirror(path);
  if (access === "read" || !stats) return;
  if (!stats.isFile()) throw new Error(`${path} must be a file`);
  // A run by another name would have another lock, and SQLite another log.
  if (stats.nlink > 1) throw new Error(`${path} must not have hard links; use a symbolic link, or a copy`);
  try {
    accessSync(path, constants.W_OK);
  } catch {
    throw new Error(`${path} must be writable`);
  }
}

function missingMirror(path: string): Error {
  return new Error(`there is no mirror at ${path}`);
}

function open(path: string): DatabaseSync {
  try {
    return new DatabaseSync(path);
  } catch (cause) {
    throw toOpenError(path, cause);
  }
}

/** SQLITE_ERROR for a missing column, SQLITE_CORRUPT, SQLITE_NOTADB: SQLite has read the file, and it is no mirror. */
const FOREIGN_CODES = [1, 11, 26];
const SQLITE_BUSY = 5;

/** Other errors are about the access to the file, such as missing permissions. */
function toOpenError(path: string, cause: unknown): Error {
  if (showsOtherFile(cause)) return new Error(`${path} is not a mirror`, { cause });
  const advice =
    readCode(cause) === SQLITE_BUSY
      ? "another program has kept it locked for 10 s"
      : "SQLite must be able to write files beside it, even to read it";
  return new Error(`${path} cannot be opened (${Object(cause).message}); ${advice}`, { cause });
}

function showsOtherFile(cause: unknown): boolean {
  const code = readCode(cause);
  return code === undefined || FOREIGN_CODES.includes(code);
}

/** The code of an error of SQLite, without its extension. */
function readCode(cause: unknown): number | undefined {
  const { errcode }: { readonly errcode?: number } = Object(cause);
  return errcode === undefined ? undefined : errcode & 0xff;
}

/**
 * Undefined for an empty file. Throws for a database with other tables and for a file that is not a database, and
 * leaves them unchanged.
 */
function readMark(database: DatabaseSync, path: string): SchemaMark | undefined {
  let mark: SchemaMark | undefined;
  let isForeign: boolean;
  try {
    mark = findMark(database);
    isForeign = !mark && hasTables(database);
  } catch (cause) {
    throw toOpenError(path, cause);
  }
  if (isForeign) throw new Error(`${path} is not a mirror`);
  return mark && readSchemaVersion(mark);
}

function hasTables(database: DatabaseSync): boolean {
  return database.prepare("select 1 from sqlite_master limit 1").get() !== undefined;
}

function findMark(database: DatabaseSync): SchemaMark | undefined {
  const hasState = database.prepare("select 1 from sqlite_master where type = 'table' and name = 'state'").get();
  if (!hasState) return undefined;
  const row = database.prepare("select state from state where account = '' and stream = 'schema'").get();
  return row && JSON.parse(String(row.state));
}

async function prepare(database: DatabaseSync, access: Access, present: SchemaMark | undefined): Promise<void> {
  // Applied to an empty file; larger pages need fewer writes per record.
  database.exec("pragma page_size = 16384; pragma journal_mode = wal; pragma synchronous = normal");
  database.exec(`pragma secure_delete = on; pragma temp_store = ${chooseTempStore()}; pragma cache_size = -65536`);
  // Integers beyond 2^53 reach the function as `bigint` only.
  database.function(FOLD, { deterministic: true, useBigIntArguments: true }, fold);
  const statements = renderSqliteSchema();
  if (access === "read" || !isOutdated(present, statements)) return;

  const session = createSession(database);
  const create = async (): Promise<void> => {
    for (const statement of [...statements, renderSchemaMark(statements)]) await session.query(statement);
  };
  await transact(session, create, "begin immediate");
}

function fold(value: SQLInputValue): string | null {
  return value === null ? null : String(value).trim().toLowerCase();
}
