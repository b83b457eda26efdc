import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Account, AccountStore } from "./account.js";
import { memoryEngine } from "./memory-engine.js";
import { runWorker, type WorkerEvent, type WorkerOptions } from "./run-worker.js";
import type { StreamEnd } from "./sync-job.js";

const MINUTE = 60_000;
const done: StreamEnd = { status: "done", inserted: 1, updated: 0, deleted: 0, restored: 0 };

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function storeOf(accounts: readonly Account[]): AccountStore {
  return {
    list: async () => accounts,
    find: async (name) => accounts.find(({ account }) => account === name),
    put: async () => {},
    pause: async () => {},
    resume: async () => {},
    close: async () => {},
  };
}

/** A worker whose runs start a second after their plan. */
function start(accounts: readonly Account[], everyMs: number, options: Partial<WorkerOptions> = {}) {
  const started = new Map<string, number[]>();
  const events: WorkerEvent[] = [];
  const stop = new AbortController();
  const running = runWorker({
    engine: memoryEngine(),
    accounts: storeOf(accounts),
    streams: ["leads"],
    everyMs,
    hostOf: () => "api.example",
    readLastStarted: async () =>
      new Map([...started].map(([account, times]) => [`${account}:leads`, times.at(-1) ?? 0])),
    runSync: async ({ account }) => {
      await new Promise((resolve) => setTimeout(resolve, 1_000));
      started.set(account, [...(started.get(account) ?? []), Date.now()]);
      return done;
    },
    signal: stop.signal,
    onEvent: (event) => events.push(event),
    ...options,
  });
  return {
    started,
    events,
    async stop() {
      stop.abort();
      await vi.runOnlyPendingTimersAsync();
      await running;
    },
  };
}

test("a worker runs each account at once, and again when its time has passed", async () => {
  const begin = Date.now();
  const worker = start([{ account: "acme", keyRef: "env:ACME" }], 15 * MINUTE);
  await vi.advanceTimersByTimeAsync(61 * MINUTE);
  const minutes = worker.started.get("acme")?.map((time) => Math.round((time - begin) / MINUTE));
  await worker.stop();
  expect(minutes).toEqual([0, 15, 30, 45, 60]);
});

test("a paused account has no runs", async () => {
  const worker = start([{ account: "acme", keyRef: "env:ACME", paused: true }], 15 * MINUTE);
  await vi.advanceTimersByTimeAsync(60 * MINUTE);
  await worker.stop();
  expect(worker.started.size).toBe(0);
  expect(worker.events).toContainEqual({ event: "planned", jobs: 0 });
});

test("a plan that fails is an event, and the next one is made", async () => {
  let plans = 0;
  const readLastStarted = async () => {
    plans += 1;
    if (plans === 1) throw new Error("connection lost");
    return new Map();
  };
  const worker = start([{ account: "acme", keyRef: "env:ACME" }], 10 * MINUTE, { readLastStarted });
  await vi.advanceTimersByTimeAsync(MINUTE);
  await worker.stop();
  expect(worker.events.slice(0, 2)).toEqual([
    { event: "error", message: "connection lost" },
    { event: "planned", jobs: 1 },
  ]);
});
