import { expect, test } from "vitest";
import type { Account } from "./account.js";
import { Circuit } from "./circuit.js";
import type { Job } from "./engine.js";
import { Metrics } from "./metrics.js";
import { type StreamEnd, type SyncJobDeps, syncJob } from "./sync-job.js";

const job: Job = { account: "acme", stream: "leads", mode: "auto", group: "north" };
const acme: Account = { account: "acme", keyRef: "env:ACME_KEY" };
const counts = { inserted: 0, updated: 0, deleted: 0, restored: 0 };

function createDeps(run: () => Promise<StreamEnd>, given: Partial<SyncJobDeps> = {}) {
  const paused: [account: string, reason: string][] = [];
  const pausedHosts: [host: string, ms: number][] = [];
  const deps: SyncJobDeps = {
    findAccount: async (name) => (name === "acme" ? acme : undefined),
    pauseAccount: async (...args) => void paused.push(args),
    pauseHost: async (...args) => void pausedHosts.push(args),
    runSync: run,
    hostOf: () => "api.example",
    circuit: new Circuit(() => 0),
    metrics: new Metrics(),
    signal: new AbortController().signal,
    ...given,
  };
  return { deps, paused, pausedHosts };
}

const failed = (status?: number, more?: object) => async (): Promise<StreamEnd> => ({
  ...counts,
  status: "failed",
  error: { name: "ApiError", message: "API responded", ...(status === undefined ? {} : { status }), ...more },
});

test("a job whose run is done is done, and its rows are counted", async () => {
  const { deps } = createDeps(async () => ({ ...counts, status: "done", inserted: 3 }));
  expect(await syncJob(job, deps)).toEqual({ kind: "done" });
  const text = deps.metrics.render({ queued: 1, active: 2, dead: 3 });
  expect(text).toContain('serviceform_sync_rows_total{stream="leads",op="inserted"} 3\n');
  expect(text).toContain('serviceform_sync_jobs_total{stream="leads",outcome="done"} 1\n');
  expect(text).toContain('serviceform_sync_queue_jobs{state="dead"} 3\n');
  expect(text).not.toContain("acme");
});

test.for([401, 403])("a key that the API rejects with %i pauses the account and ends the job", async (status) => {
  const { deps, paused } = createDeps(failed(status));
  expect(await syncJob(job, deps)).toEqual({ kind: "dead", reason: "API responded" });
  expect(paused).toEqual([["acme", "API responded"]]);
});

test("a rate limit is obeyed and is no failure of the host", async () => {
  const { deps, pausedHosts } = createDeps(failed(429, { retryAfterMs: 1_234 }));
  for (let time = 1; time <= 9; time += 1) expect(await syncJob(job, deps)).toEqual({ kind: "retry", afterMs: 1_234 });
  expect(pausedHosts).toEqual([]);
});

test("a job whose run a guard refused is dead, and the account goes on", async () => {
  const { deps, paused } = createDeps(async () => ({
    ...counts,
    status: "refused",
    error: { name: "GuardError", message: "300 of 400 records would be deleted" },
  }));
  expect(await syncJob(job, deps)).toEqual({ kind: "dead", reason: "300 of 400 records would be deleted" });
  expect(paused).toEqual([]);
});

test("five failures in a row pause the host, and further jobs wait", async () => {
  const { deps, pausedHosts } = createDeps(failed(500));
  for (let time = 1; time <= 5; time += 1) await expect(syncJob(job, deps)).rejects.toThrow("API responded");
  expect(pausedHosts).toEqual([["api.example", 60_000]]);
  expect(await syncJob(job, deps)).toEqual({ kind: "retry", afterMs: 60_000 });
});

test("a job whose lock another run holds is delayed, without counting as a failure", async () => {
  const busy = Object.assign(new Error("another run holds the lock"), { name: "SyncBusyError" });
  const { deps } = createDeps(() => Promise.reject(busy));
  expect(await syncJob(job, deps)).toEqual({ kind: "retry", afterMs: 30_000 });
});

test("an account without a usable key is paused with the reason", async () => {
  const error = Object.assign(new Error("environment variable ACME_KEY is required"), { name: "ConfigurationError" });
  const { deps, paused } = createDeps(() => Promise.reject(error));
  expect(await syncJob(job, deps)).toEqual({ kind: "dead", reason: "environment variable ACME_KEY is required" });
  expect(paused).toEqual([["acme", "environment variable ACME_KEY is required"]]);
});

test("a job of an unknown account is dead, one of a paused account is done", async () => {
  const { deps } = createDeps(failed());
  expect(await syncJob({ ...job, account: "none" }, deps)).toEqual({
    kind: "dead",
    reason: 'account "none" does not exist',
  });
  const paused = { ...deps, findAccount: async () => ({ ...acme, paused: true }) };
  expect(await syncJob(job, paused)).toEqual({ kind: "done" });
});

test("an abort is rethrown unchanged, so that the engine requeues the job", async () => {
  const stop = new AbortController();
  const { deps } = createDeps(
    async () => {
      stop.abort(new Error("the engine is closing"));
      return failed()();
    },
    { signal: stop.signal },
  );
  await expect(syncJob(job, deps)).rejects.toThrow("the engine is closing");
});
