import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "@serviceform/sandbox/server";
import { run } from "@serviceform/sync/cli";
import { createCluster } from "@serviceform/tests-postgres/create-cluster";
import pg from "pg";
import { expect, test } from "vitest";
import { startWorkers } from "./start-workers.js";

const LIMIT_MS = 30_000;

test.each(["nothing", "headers"] as const)(
  "SIGTERM ends a worker within 30 seconds, though its API sends %s and then stands still; its job is queued again",
  async (after) => {
    await using cluster = await createCluster();
    const { url, sandbox, close } = await startServer({ port: 0 });
    sandbox.faults.add({ kind: "stall", after, times: Number.POSITIVE_INFINITY });
    await importAccount(cluster.url, url);
    await using workers = startWorkers(1, cluster.url, { KEY: "sf_sandbox_key" }, ["--streams", "leads"]);
    await using database = await connect(cluster.url);
    // The tables do not exist before the worker has started.
    while (!(await database.readJobs().catch((): string[] => [])).includes("active") || sandbox.requests.length === 0)
      await sleep(50);

    const asked = performance.now();
    const codes = await workers.drain();
    expect(performance.now() - asked).toBeLessThan(LIMIT_MS);
    expect(codes).toEqual([0]);
    expect(await database.readJobs()).toEqual(["created"]);
    expect(await database.readRuns()).toEqual(["failed"]);
    await close();
  },
);

async function importAccount(database: string, baseUrl: string): Promise<void> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "drain-"));
  const file = join(folder.path, "accounts.csv");
  await writeFile(file, `account,key,base_url\nacme,env:KEY,${baseUrl}\n`);
  const io = { stdout: { write: () => {} }, stderr: { write: console.error }, env: {} };
  expect(await run(["accounts", "import", file, "--database", database], io)).toBe(0);
}

interface Database extends AsyncDisposable {
  readJobs(): Promise<string[]>;
  readRuns(): Promise<string[]>;
}

async function connect(url: string): Promise<Database> {
  const client = new pg.Client({ connectionString: url });
  await client.connect();
  const readColumn = async (sql: string): Promise<string[]> =>
    (await client.query<{ value: string }>(sql)).rows.map(({ value }) => value);
  return {
    readJobs: () => readColumn("select state::text as value from serviceform_jobs.job where name = 'sync'"),
    readRuns: () => readColumn("select status as value from serviceform.run"),
    [Symbol.asyncDispose]: () => client.end(),
  };
}
