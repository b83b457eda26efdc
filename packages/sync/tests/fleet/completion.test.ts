import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@serviceform/client";
import { createSync } from "@serviceform/sync";
import { postgresTarget } from "@serviceform/sync/postgres";
import { type DeadLetterEngine, type Job, pgBossEngine, type TransactionalEngine } from "@serviceform/sync/worker";
import { createCluster } from "@serviceform/tests-postgres/create-cluster";
import pg from "pg";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { serveSandbox } from "../serve-sandbox.js";

const job: Job = { account: "acme", stream: "leads", mode: "auto", group: "acme" };
const cluster = await createCluster();
const sandbox = await serveSandbox();
const database = new pg.Client({ connectionString: cluster.url });
await database.connect();

afterAll(async () => {
  await database.end();
  await sandbox[Symbol.asyncDispose]();
  await cluster[Symbol.asyncDispose]();
});
beforeEach(async () => {
  await database.query("drop schema if exists serviceform cascade; drop schema if exists serviceform_jobs cascade");
});

async function startEngine(): Promise<DeadLetterEngine & TransactionalEngine> {
  const engine = pgBossEngine(cluster.url, { pollMs: 20 });
  await engine.start();
  onTestFinished(() => engine.close());
  return engine;
}

async function dieAt(moment: "before-commit" | "after-commit"): Promise<void> {
  const args = [join(import.meta.dirname, "dying-worker.ts"), cluster.url, sandbox.url, moment];
  const [, signal] = await once(spawn(process.execPath, args, { stdio: "inherit" }), "exit");
  expect(signal).toBe("SIGKILL");
}

async function readRuns(): Promise<string[]> {
  const { rows } = await database.query("select status from serviceform.run order by run");
  return rows.map(({ status }) => status);
}

async function readJobs(): Promise<string[]> {
  const { rows } = await database.query("select state from serviceform_jobs.job where name = 'sync'");
  return rows.map(({ state }) => state);
}

test("a worker that dies before the last step commits completes neither the run nor the job", async () => {
  const engine = await startEngine();
  await engine.enqueueMany([job]);
  await dieAt("before-commit");
  expect({ runs: await readRuns(), jobs: await readJobs() }).toEqual({ runs: ["running"], jobs: ["active"] });

  // Its heartbeat was missed, and nothing else frees the job.
  await database.query("update serviceform_jobs.job set heartbeat_on = heartbeat_on - interval '30 seconds'");
  const client = createClient({ apiKey: "sf_sandbox_key", baseUrl: sandbox.url });
  await engine.work(async (taken) => {
    const beforeDone = (transaction: Parameters<typeof engine.completeIn>[0]) => engine.completeIn(transaction, taken);
    const target = postgresTarget(cluster.url, { beforeDone });
    const sync = createSync({ client, target, account: "acme", streams: ["leads"] });
    await sync.run();
    await sync.close();
    return { kind: "done" };
  });
  while (!(await readJobs()).includes("completed")) await sleep(50);
  const { rows } = await database.query("select count(*)::int as count from serviceform._leads_history");
  expect({ runs: await readRuns(), history: rows[0].count }).toEqual({
    runs: ["failed", "done"],
    history: 0,
  });
});

test("a worker that dies after the last step committed has completed the job", async () => {
  const engine = await startEngine();
  await engine.enqueueMany([job]);
  await dieAt("after-commit");
  expect({ runs: await readRuns(), jobs: await readJobs(), stats: await engine.stats() }).toEqual({
    runs: ["done"],
    jobs: ["completed"],
    stats: { queued: 0, active: 0, dead: 0 },
  });
});

test("a run whose job another worker has taken over does not end", async () => {
  const engine = await startEngine();
  await engine.enqueueMany([job]);
  const client = createClient({ apiKey: "sf_sandbox_key", baseUrl: sandbox.url });
  const ended = Promise.withResolvers<unknown>();
  await engine.work(async (taken) => {
    // The supervisor releases a job whose heartbeat was missed, and another worker takes it.
    await database.query("update serviceform_jobs.job set retry_count = retry_count + 1 where state = 'active'");
    const beforeDone = (transaction: Parameters<typeof engine.completeIn>[0]) => engine.completeIn(transaction, taken);
    const target = postgresTarget(cluster.url, { beforeDone });
    const sync = createSync({ client, target, account: "acme", streams: ["leads"] });
    const { streams } = await sync.run();
    await sync.close();
    ended.resolve(streams.leads?.error?.message);
    return { kind: "done" };
  });
  expect(await ended.promise).toBe("another worker has taken over the job");
  expect({ runs: await readRuns(), jobs: await readJobs() }).toEqual({ runs: ["running"], jobs: ["active"] });
});

test("a job that is not active cannot be completed in a transaction", async () => {
  const engine = await startEngine();
  await expect(engine.completeIn(database, job)).rejects.toThrow("job must be active in this engine");
});
