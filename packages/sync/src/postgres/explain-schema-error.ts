import type { Connection } from "./connection.js";

const LOCK_NOT_AVAILABLE = "55P03";
const DEPENDENT_OBJECTS_STILL_EXIST = "2BP01";

/** An error of the statements that create or update a schema, with what its administrator must know. */
export async function explainSchemaError(error: Error, connection: Connection, schema: string): Promise<Error> {
  const { code, detail = "" }: { readonly code?: string; readonly detail?: string } = Object(error);
  if (code === DEPENDENT_OBJECTS_STILL_EXIST) {
    const objects = detail.replaceAll("\n", ", ");
    const way = "drop what depends on it, and create it again after the next run";
    return new Error(`${error.message} (${objects}); ${way}`, { cause: error });
  }
  if (code !== LOCK_NOT_AVAILABLE) return error;
  const holders = await readHolders(connection, schema).catch(() => []);
  const who =
    holders.length === 0 ? "another session holds a lock" : `these processes hold locks: ${holders.join(", ")}`;
  const message = `schema ${schema} cannot be updated for this version, since ${who}; the next run tries again`;
  return new Error(message, { cause: error });
}

/** The sessions with locks on a schema, as in `412 (DBeaver)`. */
async function readHolders(connection: Connection, schema: string): Promise<string[]> {
  const { rows } = await connection.query<{ holder: string }>(
    `select distinct format('%s (%s)', a.pid, a.application_name) as holder from pg_locks l
join pg_class c on c.oid = l.relation join pg_namespace n on n.oid = c.relnamespace
join pg_database d on d.oid = l.database and d.datname = current_database() join pg_stat_activity a on a.pid = l.pid
where n.nspname = $1 and l.granted and a.pid <> pg_backend_pid()`,
    [schema],
  );
  return rows.map(({ holder }) => holder);
}
