import { readFileSync } from "node:fs";
import { glob, mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { DuckDBInstance } from "@duckdb/node-api";
import { createClient } from "@serviceform/client";
import { createSync, type Person, type Sync, type SyncOptions } from "@serviceform/sync";
import { parquetTarget } from "@serviceform/sync/parquet";
import { asyncBufferFromFile, parquetReadObjects } from "hyparquet";

export interface LakeRow {
  readonly account: string;
  readonly id: string;
  readonly run: bigint;
  readonly op: string;
  readonly doc: string | null;
}

/** A lake of leads in a temporary folder. */
export interface Lake extends AsyncDisposable {
  readonly folder: string;
  /** A run in which the API lists these leads. */
  run(leads: readonly object[]): Promise<void>;
  purge(person: Person): Promise<{ readonly removed: number }>;
  /** Rows of DuckDB, after `views.sql`; integers as text. */
  query(sql: string): Promise<unknown[][]>;
  /** Changes the index without the lake. */
  execute(sql: string): void;
  /** The content of the files and the index, uncompressed. */
  text(): Promise<string>;
}

export async function createLake(options: Partial<SyncOptions> = {}): Promise<Lake> {
  const folder = await mkdtemp(join(tmpdir(), "lake-"));
  let leads: readonly object[] = [];
  const client = createClient({ apiKey: "k", fetch: async () => Response.json(leads), retries: 0 });

  async function use<Result>(work: (sync: Sync) => Promise<Result>): Promise<Result> {
    const sync = createSync({ client, target: parquetTarget(folder), streams: ["leads"], ...options });
    try {
      return await work(sync);
    } finally {
      await sync.close();
    }
  }

  async function query(sql: string): Promise<unknown[][]> {
    const instance = await DuckDBInstance.create();
    const connection = await instance.connect();
    try {
      await connection.run(`set file_search_path = '${folder}'`);
      await connection.run(readFileSync(join(folder, "views.sql"), "utf8"));
      return (await connection.runAndReadAll(sql)).getRowsJson();
    } finally {
      connection.closeSync();
      instance.closeSync();
    }
  }

  return {
    folder,
    query,
    run: (listed) => {
      leads = listed;
      return use(async (sync) => {
        const { streams } = await sync.run({ allowMassDelete: true });
        if (streams.leads?.status !== "done") throw new Error(JSON.stringify(streams));
      });
    },
    purge: (person) => use((sync) => sync.purge(person)),
    execute: (sql) => {
      using database = new DatabaseSync(join(folder, "_index.db"));
      database.exec(sql);
    },
    text: async () => {
      const rows = await readLake(folder, "leads");
      const index = readFileSync(join(folder, "_index.db"), "latin1");
      return index + rows.map(({ doc }) => doc).join();
    },
    [Symbol.asyncDispose]: () => rm(folder, { recursive: true }),
  };
}

/** The content of the files of a table, run by run, by an independent reader. */
export async function readLake(folder: string, table: string): Promise<LakeRow[]> {
  const parts = await Array.fromAsync(glob(`${table}/*/*/part-*.parquet`, { cwd: folder }));
  const files = parts.map(async (part) => parquetReadObjects({ file: await asyncBufferFromFile(join(folder, part)) }));
  const rows = (await Promise.all(files)).flat() as unknown as LakeRow[]; // The columns of `writePart`.
  return rows.sort((a, b) => Number(a.run - b.run) || (a.id < b.id ? -1 : 1));
}
