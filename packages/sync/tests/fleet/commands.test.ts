import { startServer } from "@serviceform/sandbox/server";
import type { CommandIo } from "@serviceform/sync/cli";
import { type Job, pgBossEngine, postgresRuns } from "@serviceform/sync/worker";
import { afterAll, beforeEach, expect, onTestFinished, test } from "vitest";
import { type Called, call as callWith } from "../call.js";
import { startCluster } from "../cluster.js";

const key = "sf_key_of_acme";
const cluster = await startCluster();
const { query } = cluster;
const server = await startServer({ accounts: { [key]: 1 } });

afterAll(async () => {
  await server.close();
});
beforeEach(() => query("drop schema if exists serviceform cascade; drop schema if exists serviceform_jobs cascade"));

function call(argv: readonly string[], io: Partial<CommandIo> = {}): Promise<Called> {
  const env = {
    SERVICEFORM_DATABASE_URL: cluster.url,
    ACME_KEY: key,
    WRONG_KEY: "sf_key_of_nobody",
    REDACT_KEY: "a key of 23 characters",
  };
  return callWith(argv, { env, ...io });
}

async function add(account: string, variable = "ACME_KEY"): Promise<void> {
  const flags = ["--key-env", variable, "--base-url", server.url, "--group", "north"];
  expect(await call(["accounts", "add", account, ...flags])).toMatchObject({ code: 0 });
}

async function fleet(): Promise<unknown> {
  return JSON.parse((await call(["fleet", "--json"])).stdout);
}

/** A worker that ends once `isEnough` returns true for its events. */
async function work(
  isEnough: (events: readonly Record<string, unknown>[]) => boolean,
  flags: readonly string[] = [],
): Promise<Called> {
  const stop = new AbortController();
  const events: Record<string, unknown>[] = [];
  const stderr = {
    write(line: string) {
      events.push(JSON.parse(line));
      if (isEnough(events)) stop.abort();
    },
  };
  return call(["worker", ...flags], { stderr, signal: stop.signal });
}

const jobsOf = (events: readonly Record<string, unknown>[]) => events.filter(({ event }) => event === "job");

test("fleet shows accounts, jobs, throughput, lag and failures before and after the first runs", async () => {
  await add("acme");
  const none = { jobs: 0, failed: 0, rows: 0, changed: 0 };
  expect(await fleet()).toEqual({
    accounts: { total: 1, paused: 0 },
    jobs: { queued: 0, active: 0, dead: 0 },
    oldestDone: null,
    lagSeconds: null,
    failed: 0,
    failures: [],
    perMinute: none,
  });

  expect(await work((events) => jobsOf(events).length === 3)).toMatchObject({ code: 0 });
  const { leads, chats, items, spaces } = server.sandbox.account(key).store;
  const rows = leads.length + chats.length + items.length + spaces.length;
  expect(await fleet()).toEqual({
    accounts: { total: 1, paused: 0 },
    jobs: { queued: 0, active: 0, dead: 0 },
    oldestDone: expect.stringMatching(/^\d{4}-.*Z$/),
    lagSeconds: expect.any(Number),
    failed: 0,
    failures: [],
    perMinute: { jobs: 3, failed: 0, rows: expect.any(Number), changed: rows },
  });
  const { stdout } = await call(["fleet"]);
  expect(stdout).toMatch(/accounts +1, 0 paused\n.*\nper minute +3 jobs, \d+ rows read, \d+ written, 0 failures\n/);
});

test("fleet on a terminal is drawn again until it is interrupted", async () => {
  const stop = new AbortController();
  let screens = "";
  const stdout = {
    isTTY: true,
    write(text: string) {
      screens += text;
      if (screens.split("\x1b[2J").length === 3) stop.abort();
    },
  };
  expect(await call(["fleet"], { stdout, signal: stop.signal })).toMatchObject({ code: 0 });
  expect(screens.match(/accounts {5}0, 0 paused/g)).toHaveLength(2);
});

test("a rejected key pauses its account and is a dead letter, and fleet shows both", async () => {
  await add("wrong", "WRONG_KEY");
  await work((events) => jobsOf(events).some(({ outcome }) => outcome === "dead"));
  expect(await fleet()).toMatchObject({ accounts: { total: 1, paused: 1 }, oldestDone: null });
  expect((await call(["accounts", "list"])).stdout).toMatch(/^wrong {2}north {2}env:WRONG_KEY {2}paused: .*40[13]/);
  expect((await call(["dead", "list"])).stdout).toMatch(/^wrong \w+: .*40[13]/);
  expect((await call(["plan", "--dry-run"])).stdout).toBe("");

  await call(["accounts", "resume", "wrong"]);
  expect((await call(["plan", "--dry-run", "--every", "0s"])).stdout).toContain("wrong leads\n");
  const redriven = await call(["dead", "redrive", "wrong", "--json"]);
  expect(JSON.parse(redriven.stdout).redriven).toBeGreaterThan(0);
  expect(JSON.stringify(await query("select data::text from serviceform_jobs.job"))).not.toContain("sf_key");
});

test("lists of accounts, dead letters and failures show no control characters and direction marks", async () => {
  await add("acme");
  const engine = pgBossEngine(cluster.url);
  await engine.start();
  const reason = "\u009b1m\u202efailed";
  await engine.enqueueMany([{ account: "acme", stream: "leads", mode: "auto", group: "north" }]);
  const claimed = new Promise<void>((resolve) => {
    void engine.work(async () => {
      resolve();
      return { kind: "dead", reason };
    });
  });
  await claimed;
  await engine.close();
  await query(`update serviceform.account set paused_reason = '${reason}', paused = now()`);
  expect((await call(["dead", "list"])).stdout).toBe("acme leads: \ufffd1m\ufffdfailed\n");
  expect((await call(["accounts", "list"])).stdout).toBe("acme  north  env:ACME_KEY  paused: \ufffd1m\ufffdfailed\n");

  await query(`update serviceform.account set paused = null`);
  await query(`insert into serviceform.run (account, stream, mode, started, status, error, contract)
values ('acme', 'leads', 'full', now(), 'failed', '${reason}', '1')`);
  expect((await call(["fleet"])).stdout).toContain("\n  acme leads failed: \ufffd1m\ufffdfailed\n");
});

test("plan queues one job for each account and stream that is due, unless one is queued", async () => {
  await add("acme");
  const plan = async (...flags: string[]) => JSON.parse((await call(["plan", "--json", ...flags])).stdout);
  expect(await plan("--dry-run", "--streams", "leads")).toEqual([
    { account: "acme", stream: "leads", mode: "auto", group: "north" },
  ]);
  expect([await plan(), await plan()]).toEqual([
    { due: 3, planned: 3 },
    { due: 3, planned: 0 },
  ]);
  expect(await fleet()).toMatchObject({ jobs: { queued: 3, active: 0, dead: 0 } });
});

test("a plan reads the last runs of its streams only", async () => {
  await add("acme");
  await work((events) => jobsOf(events).length === 3);
  const runs = await postgresRuns(cluster.url);
  onTestFinished(() => runs.close());
  expect([...(await runs.readLastStarted(["leads", "chats"])).keys()].sort()).toEqual(["acme:chats", "acme:leads"]);
  expect([...(await runs.readLastStarted()).keys()]).toEqual(expect.arrayContaining(["acme:leads", "acme:items"]));
  expect((await call(["plan", "--dry-run", "--every", "1h"])).stdout).toBe("");
  expect((await call(["plan", "--dry-run", "--every", "0s", "--streams", "chats"])).stdout).toBe("acme chats\n");
});

test("an import updates the accounts that are known, and a pause stays", async () => {
  await add("acme");
  await call(["accounts", "pause", "acme"]);
  await add("acme", "WRONG_KEY");
  const accounts = JSON.parse((await call(["accounts", "list", "--json"])).stdout);
  expect(accounts).toMatchObject([{ account: "acme", keyRef: "env:WRONG_KEY", paused: true }]);
});

test.for([
  { command: ["accounts", "pause", "nobody"] },
  { command: ["accounts", "resume", "nobody"] },
  { command: ["dead", "redrive", "nobody"] },
])("$command is rejected, since the account is unknown", async ({ command }) => {
  expect(await call(command)).toEqual({ code: 2, stdout: "", stderr: 'error: unknown account "nobody"\n' });
});

test("a queue of a newer version is rejected and not changed", async () => {
  const engine = pgBossEngine(cluster.url);
  onTestFinished(() => engine.close());
  await engine.start();
  const job: Job = { account: "acme", stream: "leads", mode: "auto", group: "acme" };
  await engine.enqueueMany([job]);
  await query("update serviceform_jobs.version set version = 10000");
  expect(await call(["fleet"])).toEqual({
    code: 2,
    stdout: "",
    stderr: expect.stringMatching(/^error: the queue has version 10000, and the installed pg-boss knows \d+;/),
  });
  expect(await engine.stats()).toEqual({ queued: 1, active: 0, dead: 0 });
});

test("a worker stores HMACs by its key, and one without that key ends before any job", async () => {
  await add("acme");
  const flags = ["--redact-key-env", "REDACT_KEY", "--streams", "leads"];
  expect(await work((events) => jobsOf(events).length === 1, flags)).toMatchObject({ code: 0 });
  const rows = await query("select email from serviceform.leads where email <> '' limit 1");
  expect(rows).toEqual([{ email: expect.stringMatching(/^hmac:[0-9a-f]{64}$/) }]);
  expect(await call(["worker"])).toMatchObject({
    code: 2,
    stderr: expect.stringContaining("error: redact is required"),
  });
  expect(await fleet()).toMatchObject({ accounts: { paused: 0 }, jobs: { dead: 0 } });
});
