import { setTimeout as sleep } from "node:timers/promises";
import { type DeadLetterEngine, type Job, type PgBossEngineOptions, pgBossEngine } from "@serviceform/sync/worker";
import { PgBoss } from "pg-boss";
import { expect, onTestFinished, test, vi } from "vitest";
import { MONITORING } from "../../src/worker/queue-options.js";
import { startCluster } from "../cluster.js";

const cluster = await startCluster();
let schemas = 0;

/** An engine with a queue of its own. */
function createEngine(options: PgBossEngineOptions = {}): Promise<DeadLetterEngine> {
  schemas += 1;
  return joinEngine(options);
}

/** Another engine with the queue of the last one. */
async function joinEngine(options: PgBossEngineOptions = {}): Promise<DeadLetterEngine> {
  const engine = pgBossEngine(cluster.url, { schema: `jobs_${schemas}`, pollMs: 20, ...options });
  await engine.start();
  onTestFinished(() => engine.close());
  return engine;
}

function job(account: string, group = account): Job {
  return { account, stream: "leads", mode: "auto", group };
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  while (!(await isTrue())) await sleep(20);
}

const isIdle = async (engine: DeadLetterEngine): Promise<boolean> => {
  const { queued, active } = await engine.stats();
  return queued + active === 0;
};

test("an account and stream has one job, queued or active", async () => {
  const engine = await createEngine();
  expect(await engine.enqueueMany([job("a"), job("a"), job("b")])).toBe(2);
  const release = Promise.withResolvers<void>();
  await engine.work(async () => {
    await release.promise;
    return { kind: "done" };
  });
  await until(async () => (await engine.stats()).active === 2);
  expect(await engine.enqueueMany([job("a"), job("c")])).toBe(1);
  release.resolve();
  await until(() => isIdle(engine));
});

test("two plans of the same accounts at once queue each account once", async () => {
  const [engine, other] = [await createEngine(), await joinEngine()];
  const jobs = Array.from({ length: 3_000 }, (_, index) => job(`account-${index}`));
  const added = await Promise.all([engine.enqueueMany(jobs), other.enqueueMany(jobs.toReversed())]);
  expect(added.toSorted()).toEqual([0, 3_000]);
});

test("a job is deleted an hour after it is done", async () => {
  const engine = await createEngine();
  await engine.work(async () => ({ kind: "done" }));
  await engine.enqueueMany([job("a"), job("b")]);
  await until(() => isIdle(engine));

  const schema = `jobs_${schemas}`;
  // "a" was done an hour ago, and the last maintenance is as long ago.
  const anHourAgo = "now() - interval '61 minutes'";
  await cluster.query(`update ${schema}.job set completed_on = ${anHourAgo} where data->>'account' = 'a'`);
  await cluster.query(`update ${schema}.queue set maintain_on = ${anHourAgo}`);
  const boss = new PgBoss({ connectionString: cluster.url, schema, ...MONITORING });
  await boss.start();
  await boss.supervise();
  await boss.stop({ graceful: false });
  expect(await cluster.query(`select data->>'account' as account from ${schema}.job`)).toEqual([{ account: "b" }]);
});

test("retries after a rate limit do not count, however many there are", async () => {
  const engine = await createEngine();
  let runs = 0;
  await engine.work(async () => {
    runs += 1;
    return runs < 10 ? { kind: "retry", afterMs: 1 } : { kind: "done" };
  });
  await engine.enqueueMany([job("a")]);
  await until(() => isIdle(engine));
  expect([runs, await engine.deadJobs()]).toEqual([10, []]);
});

test("a delay ends in time if the clock of the worker is ahead of that of the database", async () => {
  const engine = await createEngine();
  vi.useFakeTimers({ toFake: ["Date"], now: Date.now() + 86_400_000 });
  onTestFinished(() => void vi.useRealTimers());
  let runs = 0;
  await engine.work(async () => {
    runs += 1;
    return runs < 2 ? { kind: "retry", afterMs: 1 } : { kind: "done" };
  });
  await engine.enqueueMany([job("a")]);
  await until(() => isIdle(engine));
  expect(runs).toBe(2);
});

test("a delay of any length is stored", async () => {
  const engine = await createEngine();
  const ran = Promise.withResolvers<void>();
  await engine.work(async () => {
    ran.resolve();
    return { kind: "retry", afterMs: 1e24 };
  });
  await engine.enqueueMany([job("a")]);
  await ran.promise;
  await until(async () => (await engine.stats()).active === 0);
  expect((await engine.stats()).queued).toBe(1);
});

test("a dead job replaces the earlier one of its account and stream, and can be redriven", async () => {
  const engine = await createEngine();
  const reasons = ["first", "second"];
  await engine.work(async ({ account }) => {
    const reason = account === "a" ? reasons.shift() : "other";
    return reason === undefined ? { kind: "done" } : { kind: "dead", reason };
  });
  for (const jobs of [[job("a"), job("b")], [job("a")]]) {
    await engine.enqueueMany(jobs);
    await until(() => isIdle(engine));
  }
  const byAccount = (await engine.deadJobs()).toSorted((one, other) => (one.account < other.account ? -1 : 1));
  expect(byAccount).toEqual([
    { ...job("a"), reason: "second" },
    { ...job("b"), reason: "other" },
  ]);

  expect(await engine.redrive("a")).toBe(1);
  await until(() => isIdle(engine));
  expect((await engine.deadJobs()).map(({ account }) => account)).toEqual(["b"]);
});

test("pause stops the jobs of the accounts on that host, and no others", async () => {
  const engine = await createEngine({ accountsOn: async (host) => (host === "slow.example" ? ["a"] : []) });
  await engine.enqueueMany([job("a"), job("b")]);
  await engine.pause("slow.example", 3_600_000);
  const started: string[] = [];
  await engine.work(async ({ account }) => {
    started.push(account);
    return { kind: "done" };
  });
  await until(async () => started.length > 0 && (await engine.stats()).active === 0);
  expect([started, await engine.stats()]).toEqual([["b"], { queued: 1, active: 0, dead: 0 }]);
});

test("no group has more than its share, also with two workers", async () => {
  const [first, second] = [await createEngine(), await joinEngine()];
  let active = 0;
  let most = 0;
  const handler = async (): Promise<{ kind: "done" }> => {
    active += 1;
    most = Math.max(most, active);
    await sleep(10);
    active -= 1;
    return { kind: "done" };
  };
  await first.enqueueMany(Array.from({ length: 30 }, (_, index) => job(`account-${index}`, "one")));
  await Promise.all([first.work(handler), second.work(handler)]);
  await until(() => isIdle(first));
  expect(most).toBe(2);
});

test("close puts active jobs back into the queue", async () => {
  const [engine, other] = [await createEngine(), await joinEngine()];
  await other.work((_, signal) => new Promise((_, reject) => (signal.onabort = () => reject(signal.reason))));
  await engine.enqueueMany([job("a")]);
  await until(async () => (await engine.stats()).active === 1);
  await other.close();
  expect(await engine.stats()).toEqual({ queued: 1, active: 0, dead: 0 });
});

test("a role that must not create schemas uses one that exists", async () => {
  await cluster.query("create role tenant login; create schema tenant authorization tenant");
  const url = cluster.url.replace("postgres@", "tenant@");
  const engine = pgBossEngine(url, { schema: "tenant" });
  await engine.start();
  onTestFinished(() => engine.close());
  expect(await engine.enqueueMany([job("a")])).toBe(1);
  await expect(pgBossEngine(url, { schema: "missing" }).start()).rejects.toThrow('schema "missing" does not exist');
});
