import { ConfigurationError } from "@serviceform/client";
import type { Client } from "pg";

/** A session of PostgreSQL. A mirror uses a single one, since locks and temporary tables belong to it. */
export interface Connection {
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

export interface QueryResult<Row> {
  readonly rows: readonly Row[];
  /** The number of rows that a statement has changed. */
  readonly changed: number;
}

/** A server that takes longer does not respond; one that sleeps while nobody uses it wakes up in less. */
const CONNECT_TIMEOUT_MS = 30_000;

/** Opens a session. `pg` and `pg-copy-streams` are optional peer dependencies, loaded when this target is used. */
export async function connect(connectionString: string): Promise<Connection> {
  const { default: pg } = await import("pg");
  const client = createClient(pg.Client, connectionString);
  let isOpen = true;
  // Without a listener, a lost connection would end the process; the pending query rejects with the error.
  client.on("error", () => {
    isOpen = false;
  });
  client.on("end", () => {
    isOpen = false;
  });
  await client.connect().catch((error: Error) => {
    throw error.message === PG_TIMEOUT ? createTimeoutError(error) : error;
  });
  return {
    get isOpen() {
      return isOpen;
    },
    async query(text, values = [], name) {
      // `Row` has the columns that the statement selects.
      const { rows, rowCount } = await client.query({ text, values: [...values], ...(name !== undefined && { name }) });
      return { rows: rows as never, changed: rowCount ?? 0 };
    },
    copy: await createCopy(client),
    end: () => client.end(),
  };
}

/** @throws {ConfigurationError} without the text, which may contain a password */
function createClient(PgClient: typeof Client, connectionString: string): Client {
  try {
    return new PgClient({
      connectionString,
      application_name: "serviceform-sync",
      connectionTimeoutMillis: CONNECT_TIMEOUT_MS,
    });
  } catch {
    const rule = "must be a URL, with characters such as / and # in its password as %2F and %23";
    const details = { param: "connectionString", code: "invalid_option" };
    throw new ConfigurationError(`connectionString ${rule}`, {}, details);
  }
}

/** The message of `pg`, which names neither the limit nor what it is for. */
const PG_TIMEOUT = "timeout expired";

function createTimeoutError(cause: Error): Error {
  return new Error(`connection to PostgreSQL timed out after ${CONNECT_TIMEOUT_MS} ms`, { cause });
}

async function createCopy(client: Client): Promise<Connection["copy"]> {
  const copyStreams = await import("pg-copy-streams").catch(() => undefined);
  if (!copyStreams) return undefined;
  return (sql, text) =>
    new Promise((resolve, reject) => {
      client.query(copyStreams.from(sql)).on("error", reject).on("finish", resolve).end(text);
    });
}
