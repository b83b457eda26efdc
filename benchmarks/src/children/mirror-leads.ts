import { spawn } from "node:child_process";
import { once } from "node:events";
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { createClient } from "@serviceform/client";
import { createSync, type Target } from "@serviceform/sync";
import { parquetTarget } from "@serviceform/sync/parquet";
import { postgresTarget } from "@serviceform/sync/postgres";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import pg from "pg";
import { peakMemory } from "../peak-memory.ts";

/** Stores all leads in one way, three times if it is a mirror, and prints the time and the peak memory. */
const [, , way = "", baseUrl = "", postgresUrl = ""] = process.argv;
const BATCH_ROWS = 1000;
const SCHEMA = "bench";
const folder = mkdtempSync(join(tmpdir(), "bench-"));
const client = createClient({ baseUrl, apiKey: "k", retries: 0 });

const ways: Readonly<Record<string, () => Promise<number[]>>> = {
  sqlite: () => mirror(sqliteTarget(join(folder, "mirror.db"))),
  parquet: () => mirror(parquetTarget(join(folder, "lake"))),
  "sqlite insert": async () => [await time(insertIntoSqlite)],
  postgres: () => mirror(postgresTarget(postgresUrl, { schema: SCHEMA })),
  "postgres insert": async () => [await time(insertIntoPostgres)],
  "postgres copy": async () => [await time(copyIntoPostgres)],
};

if (way.startsWith("postgres")) await emptyPostgres();
const times = await ways[way]?.();
console.log(JSON.stringify({ times, peakBytes: peakMemory() }));
rmSync(folder, { recursive: true });
process.exit();

async function time(work: () => Promise<void>): Promise<number> {
  const startedAt = performance.now();
  await work();
  return performance.now() - startedAt;
}

/** A first run, one without changes, and one with one in a hundred leads changed. */
async function mirror(target: Target): Promise<number[]> {
  const changed = createClient({ baseUrl: baseUrl.replace("/distinct", "/changed"), apiKey: "k", retries: 0 });
  const measured: number[] = [];
  for (const source of [client, client, changed]) {
    const sync = createSync({ client: source, target, streams: ["leads"] });
    measured.push(
      await time(async () => {
        const { leads } = (await sync.run()).streams;
        if (leads?.status !== "done") throw new Error(JSON.stringify(leads));
      }),
    );
  }
  await target.close();
  return measured;
}

async function* readBatches(): AsyncGenerator<{ readonly id: string; readonly doc: string }[]> {
  let batch: { id: string; doc: string }[] = [];
  for await (const lead of client.stream.listLeads({}, { validate: "off" })) {
    batch.push({ id: lead.id, doc: JSON.stringify(lead) });
    if (batch.length < BATCH_ROWS) continue;
    yield batch;
    batch = [];
  }
  yield batch;
}

/** The minimal way to store a stream: one table, one statement, a transaction for each batch. */
async function insertIntoSqlite(): Promise<void> {
  using database = new DatabaseSync(join(folder, "plain.db"));
  database.exec(
    "pragma journal_mode = wal; pragma synchronous = normal; create table leads (id text primary key, doc text)",
  );
  const insert = database.prepare("insert into leads values (?, ?)");
  for await (const batch of readBatches()) {
    database.exec("begin");
    for (const { id, doc } of batch) insert.run(id, doc);
    database.exec("commit");
  }
}

async function insertIntoPostgres(): Promise<void> {
  const database = await connect();
  await database.query("create table bench.leads (id text primary key, doc jsonb)");
  for await (const batch of readBatches()) {
    const rows = batch.map(({ id, doc }) => `{"id":${JSON.stringify(id)},"doc":${doc}}`);
    await database.query("insert into bench.leads select * from json_to_recordset($1::json) p(id text, doc jsonb)", [
      `[${rows.join()}]`,
    ]);
  }
  await database.end();
}

/** `\copy` of psql, from the same stream, one document a line. */
async function copyIntoPostgres(): Promise<void> {
  const database = await connect();
  await database.query("create table bench.leads (doc jsonb)");
  await database.end();
  const psql = spawn(
    "psql",
    [postgresUrl, "-qc", String.raw`\copy bench.leads from pstdin with (format csv, quote e'\x01', delimiter e'\x02')`],
    {
      stdio: ["pipe", "inherit", "inherit"],
    },
  );
  const ended = once(psql, "exit");
  for await (const batch of readBatches()) {
    const isRoom = psql.stdin.write(batch.map(({ doc }) => `${doc}\n`).join(""));
    if (!isRoom) await once(psql.stdin, "drain");
  }
  psql.stdin.end();
  const [code] = await ended;
  if (code !== 0) throw new Error(`psql ended with ${code}`);
}

async function emptyPostgres(): Promise<void> {
  const database = await connect();
  await database.query("drop schema if exists bench cascade");
  if (way !== "postgres") await database.query("create schema bench");
  await database.end();
}

async function connect(): Promise<pg.Client> {
  const database = new pg.Client({ connectionString: postgresUrl });
  await database.connect();
  return database;
}
