import { spawn } from "node:child_process";
import { once } from "node:events";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { createClient } from "@serviceform/client";
import { createSync } from "@serviceform/sync";
import { postgresTarget } from "@serviceform/sync/postgres";
import { type DeadLetterEngine, type Job, pgBossEngine, type TransactionalEngine } from "@serviceform/sync/worker";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { startCluster } from "../cluster.js";
import { serveSandbox } from "../serve.js";

const job: Job = { account: "acme", stream: "leads", mode: "auto", group: "acme" };
const cluster = await startCluster();
const { query } = cluster;
const sandbox = await serveSandbox();

afterAll(() => sandbox[Symbol.asyncDispose]());
beforeEach(() => query("drop schema if exists serviceform cascade; drop schema if exists serviceform_jobs cascade"));

async function startEngine(): Promise<DeadLetterEngine & TransactionalEngine> {
  const engine = pgBossEngine(cluster.url, { pollMs: 20 });
  await engine.start();
  onTestFinished(() => engine.close());
  return engine;
}

/** Runs the mirror of a job, which ends together with the job; returns its failure. */
async function runJob(engine: TransactionalEngine, taken: Job): Promise<string | undefined> {
  const client = createClient({ apiKey: "sf_sandbox_key", baseUrl: sandbox.url });
  const target = postgresTarget(cluster.url, { beforeDone: (transaction) => engine.completeIn(transaction, taken) });
  const sync = createSync({ client, target, account: "acme", streams: ["leads"] });
  const { streams } = await sync.run();
  await sync.close();
  return streams.leads?.error?.message;
}

async function dieAt(moment: "before-commit" | "after-commit"): Promise<void> {
  const args = [join(import.meta.dirname, "dying-worker.ts"), cluster.url, sandbox.url, moment];
  const [, signal] = await once(spawn(process.execPath, args, { stdio: "inherit" }), "exit");
  expect(signal).toBe("SIGKILL");
}

async function readRuns(): Promise<string[]> {
  return (await query("select status from serviceform.run order by run")).map(({ status }) => String(status));
}

async function readJobs(): Promise<string[]> {
  const rows = await query("select state from serviceform_jobs.job where name = 'sync'");
  return rows.map(({ state }) => String(state));
}

test("a worker that dies before the last step commits completes neither the run nor the job", async () => {
  const engine = await startEngine();
  await engine.enqueueMany([job]);
  await dieAt("before-commit");
  expect({ runs: await readRuns(), jobs: await readJobs() }).toEqual({ runs: ["running"], jobs: ["active"] });

  // Its heartbeat was missed, and nothing else frees the job.
  await query("update serviceform_jobs.job set heartbeat_on = heartbeat_on - interval '30 seconds'");
  await engine.work(async (taken) => {
    await runJob(engine, taken);
    return { kind: "done" };
  });
  while (!(await readJobs()).includes("completed")) await sleep(50);
  const history = await query("select * from serviceform._leads_history");
  expect({ runs: await readRuns(), history }).toEqual({ runs: ["failed", "done"], history: [] });
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
  const ended = Promise.withResolvers<unknown>();
  await engine.work(async (taken) => {
    // The supervisor releases a job whose heartbeat was missed, and another worker takes it.
    await query("update serviceform_jobs.job set retry_count = retry_count + 1 where state = 'active'");
    ended.resolve(await runJob(engine, taken));
    return { kind: "done" };
  });
  expect(await ended.promise).toBe("another worker has taken over the job");
  expect({ runs: await readRuns(), jobs: await readJobs() }).toEqual({ runs: ["running"], jobs: ["active"] });
});

test("a job that is not active cannot be completed in a transaction", async () => {
  const engine = await startEngine();
  await expect(engine.completeIn({ query: async () => ({ rows: [] }) }, job)).rejects.toThrow(
    "job must be active in this engine",
  );
});
