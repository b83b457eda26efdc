import { isOutdated, readSchemaVersion, renderSchemaMark, type SchemaMark } from "../target/schema-mark.js";
import type { Access } from "../target/target.js";
import { transact } from "../target/transact.js";
import type { Connection } from "./connection.js";
import { explainSchemaError } from "./explain-schema-error.js";
import { invalidConnection } from "./invalid-connection.js";
import { renderCreateSchema, renderPostgresSchema, renderPostgresTables, renderSearchPath } from "./render-schema.js";
import { renderPostgresViews } from "./replace-view.js";

/** Selects a schema; creates its tables if they are missing, and its views if they are of another version. */
export async function openSchema(connection: Connection, schema: string, access: Access): Promise<void> {
  await prepareSession(connection, access);
  await assertMirror(connection, schema, access);
  await connection.query(renderSearchPath(schema));
  if (access === "write") await prepareWrites(connection, schema);
  else await readMark(connection);
}

/**
 * Sets what a role can have otherwise: the statements quote text as in the SQL standard, the driver reads times in
 * ISO 8601 alone, under a stricter isolation concurrent runs could fail each other, and a session that waits for the API
 * is not abandoned (PostgreSQL 14 and newer have a limit).
 *
 * @throws {ConfigurationError} before a write to a database whose encoding lacks characters
 */
async function prepareSession(connection: Connection, access: Access): Promise<void> {
  const { rows } = await connection.query<{ encoding: string; read_only: string }>(
    `select set_config('standard_conforming_strings', 'on', false), set_config('datestyle', 'iso', false),
set_config('default_transaction_isolation', 'read committed', false),
(select set_config(name, '0', false) from pg_settings where name = 'idle_session_timeout') as idle,
current_setting('server_encoding') as encoding, current_setting('transaction_read_only') as read_only`,
  );
  const { encoding = "", read_only: readOnly } = rows[0] ?? {};
  if (access === "read") return;
  if (!ENCODINGS.includes(encoding)) {
    throw invalidConnection(`must lead to a database with the encoding UTF8, not ${encoding}, which lacks characters`);
  }
  // Not an invalid option: after a failover, the same address may lead to a database that can be written.
  if (readOnly === "on") throw new Error("the session is read-only: the database is a replica, or the role only reads");
}

/** Those that take any character: the second one stores the bytes that it gets. */
const ENCODINGS: readonly string[] = ["UTF8", "SQL_ASCII"];

/** Not for a reader, whose session may be read-only, or without the right to create temporary tables. */
async function prepareWrites(connection: Connection, schema: string): Promise<void> {
  await createSchema(connection, schema);
  // A crash of the server loses the last batches together with their state, and the next run writes them again.
  await connection.query("set synchronous_commit to off");
  await connection.query("create temp table if not exists seen (stream text, id text, primary key (stream, id))");
}

/** Throws for a schema with other tables, and leaves it unchanged. */
async function assertMirror(connection: Connection, schema: string, access: Access): Promise<void> {
  const { rows } = await connection.query<{ relname: string }>(
    "select c.relname from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = $1 and c.relkind in ('r', 'v', 'p')",
    [schema],
  );
  if (rows.length === 0 && access === "read") throw new Error(`there is no mirror in schema ${schema}`);
  const isMirror = ["state", "run", "_leads"].every((name) => rows.some(({ relname }) => relname === name));
  if (rows.length > 0 && !isMirror) throw new Error(`schema ${schema} is not a mirror`);
}

async function readMark(connection: Connection): Promise<SchemaMark | undefined> {
  const { rows: tables } = await connection.query<{ exists: boolean }>(
    "select to_regclass('state') is not null as exists",
  );
  if (!tables[0]?.exists) return undefined;
  const { rows } = await connection.query<{ state: SchemaMark }>(
    "select state from state where account = '' and stream = 'schema'",
  );
  return rows[0] ? readSchemaVersion(rows[0].state) : undefined;
}

/** How long the statements wait for readers: meanwhile, all who come later wait too. */
const LOCK_TIMEOUT = "5s";

/**
 * Takes a lock, since several runs may find an empty database at once. Most runs find the schema up to date and need no
 * lock.
 */
async function createSchema(connection: Connection, schema: string): Promise<void> {
  const whole = renderPostgresSchema(schema);
  if (!isOutdated(await readMark(connection), whole)) return;

  const work = transact(connection, async () => {
    await connection.query("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`serviceform:${schema}`]);
    if (!isOutdated(await readMark(connection), whole)) return;
    await connection.query(`set local lock_timeout to '${LOCK_TIMEOUT}'`);
    const { rows } = await connection.query("select 1 from pg_namespace where nspname = $1", [schema]);
    // PostgreSQL requires the right to create a schema even if it exists.
    if (rows.length === 0) await connection.query(renderCreateSchema(schema));
    for (const statement of [...renderPostgresTables(), ...renderPostgresViews()]) await connection.query(statement);
    await connection.query(renderSchemaMark(whole));
  });
  await work.catch(async (error) => {
    throw await explainSchemaError(error, connection, schema);
  });
}
