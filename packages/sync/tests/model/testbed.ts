import { createClient } from "@serviceform/client";
import { createSync, type Sync, type Target } from "@serviceform/sync";
import { parquetTarget } from "@serviceform/sync/parquet";
import { postgresTarget } from "@serviceform/sync/postgres";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import pg from "pg";
import { expect } from "vitest";
import { readLake } from "../lake.js";
import { createMirror, type Mirror } from "../mirror.js";

export const tables = ["leads", "chats"] as const;

/** An empty place for a mirror, which the model reads. */
export interface Testbed extends AsyncDisposable {
  /** Opens the target as in a new process. */
  createTarget(): Target;
  /** Ends the sessions of processes that died. The server notices that only after a while, and keeps their locks. */
  endSessions(): Promise<void>;
  /** Rows of a query whose parameters are `$1`, `$2`, …; documents are parsed. */
  query(sql: string, ...values: number[]): Promise<Record<string, unknown>[]>;
  /** Compares other output of the target with its tables. */
  assertFiles(): Promise<void>;
}

export async function createSqliteTestbed(): Promise<Testbed> {
  const mirror = await createMirror();
  return toTestbed(mirror, () => sqliteTarget(mirror.path));
}

/** Its index is a mirror in SQLite; its files have each change of the index once, and nothing else. */
export async function createParquetTestbed(): Promise<Testbed> {
  const mirror = await createMirror();
  async function assertFiles(): Promise<void> {
    for (const table of tables) {
      const changes = mirror.query(`select id, run, op, after as doc from ${table}_changes order by run, id`);
      const rows = await readLake(mirror.folder, table);
      expect(rows.map(({ id, run, op, doc }) => ({ id, run: Number(run), op, doc }))).toEqual(changes);
    }
  }
  return { ...toTestbed(mirror, () => parquetTarget(mirror.folder)), assertFiles };
}

function toTestbed(mirror: Mirror, createTarget: () => Target): Testbed {
  return {
    createTarget,
    query: async (sql, ...values) => mirror.query(sql.replaceAll("$", "?"), ...values).map(withDocument),
    endSessions: async () => {},
    assertFiles: async () => {},
    [Symbol.asyncDispose]: () => mirror[Symbol.asyncDispose](),
  };
}

function withDocument(row: Record<string, unknown>): Record<string, unknown> {
  return "doc" in row ? { ...row, doc: JSON.parse(String(row.doc)) } : row;
}

let schemas = 0;

/** A new schema in a database. */
export async function createPostgresTestbed(url: string): Promise<Testbed> {
  schemas += 1;
  const schema = `model_${schemas}`;
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  await client.query(`set search_path to ${schema}`);
  return {
    createTarget: () => postgresTarget(url, { schema }),
    query: async (sql, ...values) => (await client.query(sql, values)).rows,
    async endSessions() {
      await client.query(
        "select pg_terminate_backend(pid, 60000) from pg_stat_activity where application_name = 'serviceform-sync'",
      );
    },
    assertFiles: async () => {},
    async [Symbol.asyncDispose]() {
      await client.query(`drop schema ${schema} cascade`);
      await client.end();
    },
  };
}

/** Opens a mirror to read it. */
export function createReader({ createTarget }: Testbed): Sync {
  return createSync({ client: createClient({ apiKey: "k" }), target: createTarget(), streams: tables });
}
