import type { Client } from "pg";
import type { QueryResult, Session } from "../target/session.js";
import { invalidConnection } from "./invalid-connection.js";
import { isPooledByTransaction, type PooledSession } from "./is-pooled-by-transaction.js";
import { pinSslMode } from "./pin-ssl-mode.js";

/** A session of PostgreSQL. A mirror uses a single one, since locks and temporary tables belong to it. */
export interface Connection extends Session {
  /** Whether it can still be used. */
  readonly isOpen: boolean;
  /** A statement with a name is planned once for each session. */
  query<Row = Record<string, unknown>>(
    sql: string,
    values?: readonly unknown[],
    name?: string | undefined,
  ): Promise<QueryResult<Row>>;
  /**
   * Sends rows to a COPY statement, after which other statements may follow; undefined if `pg-copy-streams` is not
   * installed.
   */
  readonly copy: ((sql: string, text: string) => Promise<void>) | undefined;
  end(): Promise<void>;
}

/** A server that takes longer does not respond; one that sleeps while nobody uses it wakes up in less. */
const CONNECT_TIMEOUT_MS = 30_000;

/** Below the limits of common networks, from 4 minutes on. */
const KEEP_ALIVE_DELAY_MS = 60_000;

/** How long the second connection to a pooler waits for its session; without one, it proves nothing. */
const PROBE_TIMEOUT_MS = 2_000;

/** Opens a session. `pg` and `pg-copy-streams` are optional peer dependencies, loaded when this target is used. */
export async function connect(connectionString: string): Promise<Connection> {
  const { default: pg } = await import("pg");
  const client = await openClient(pg.Client, connectionString);
  let isOpen = true;
  let failure: Error | undefined;
  client.on("error", (error) => {
    isOpen = false;
    failure ??= new Error(`connection to PostgreSQL was lost (${error.message})`, { cause: error });
  });
  client.on("end", () => {
    isOpen = false;
  });
  await assertOwnSession(client, () => openClient(pg.Client, connectionString, PROBE_TIMEOUT_MS));
  const copy = await createCopy(client);
  return {
    get isOpen() {
      return isOpen;
    },
    async query(text, values = [], name) {
      // The driver would only say that it cannot be used.
      if (failure) throw failure;
      // `Row` has the columns that the statement selects.
      const { rows, rowCount } = await client.query({ text, values: [...values], ...(name !== undefined && { name }) });
      return { rows: rows as never, changed: rowCount ?? 0 };
    },
    copy: copy && ((sql, text) => (failure ? Promise.reject(failure) : copy(sql, text))),
    end: () => client.end(),
  };
}

/** With a session for each transaction, locks and temporary tables would be those of other connections. */
async function assertOwnSession(client: Client, openOther: () => Promise<Client>): Promise<void> {
  // The types of `pg` lack `processID`.
  const openSession = (): Promise<PooledSession> => openOther() as Promise<Client & PooledSession>;
  if (!(await isPooledByTransaction(client as Client & PooledSession, openSession))) return;
  await client.end();
  const way = "use its session mode, or connect to the database itself";
  throw invalidConnection(`must not lead to a pooler in transaction mode; ${way}`);
}

async function openClient(PgClient: typeof Client, connectionString: string, queryTimeoutMs?: number): Promise<Client> {
  const client = createClient(PgClient, connectionString, queryTimeoutMs);
  // Without a listener, a lost connection would end the process; the pending query rejects with the error.
  client.on("error", () => {});
  await client.connect().catch((error: Error) => {
    throw explainConnectError(error, connectionString);
  });
  return client;
}

/** @throws {ConfigurationError} without the text, which may contain a password */
function createClient(PgClient: typeof Client, connectionString: string, queryTimeoutMs?: number): Client {
  try {
    return new PgClient({
      connectionString: pinSslMode(connectionString),
      application_name: "serviceform-sync",
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
      // Firewalls and load balancers forget a connection that is idle while the API responds, or until the next run.
      keepAlive: true,
      keepAliveInitialDelayMillis: KEEP_ALIVE_DELAY_MS,
      ...(queryTimeoutMs !== undefined && { query_timeout: queryTimeoutMs }),
    });
  } catch (error) {
    const { code, path }: { readonly code?: string; readonly path?: string } = Object(error);
    // Such as that of `sslrootcert`.
    if (path !== undefined) throw invalidConnection(`must name files that can be read (${code}: ${path})`);
    throw invalidConnection(URL_RULE);
  }
}

const URL_RULE = "must be a URL with one host, and characters such as / and # in its password as %2F and %23";

/** The message of `pg`, which names neither the limit nor what it is for. */
const PG_TIMEOUT = "timeout expired";

/** The end of the message of `pg` if the server asks for a password and there is none. */
const PG_NO_PASSWORD = "client password must be a string";

/** An error with a message that states the reason, and no part of a password. */
export function explainConnectError(error: Error, connectionString: string): Error {
  // In a password such as `a@b/c`, what follows the first @ is read as the host, which the message would show.
  if ("hostname" in error && connectionString.split("@").length > 2) return invalidConnection(URL_RULE);
  if (error.message === PG_TIMEOUT) {
    return new Error(`connection to PostgreSQL timed out after ${CONNECT_TIMEOUT_MS} ms`, { cause: error });
  }
  if (error.message.endsWith(PG_NO_PASSWORD)) {
    return new Error("PostgreSQL requires a password: in the URL, or in PGPASSWORD", { cause: error });
  }
  // Node.js tries each address of a name, such as both of localhost; the error for all of them has no message.
  if (!(error instanceof AggregateError) || error.message !== "") return error;
  return new Error(error.errors.map(({ message }) => message).join(", "), { cause: error });
}

async function createCopy(client: Client): Promise<Connection["copy"]> {
  const copyStreams = await import("pg-copy-streams").catch(() => undefined);
  if (!copyStreams) return undefined;
  return (sql, text) =>
    new Promise((resolve, reject) => {
      client.query(copyStreams.from(sql)).on("error", reject).on("finish", resolve).end(text);
    });
}
