import { afterEach, beforeEach, expect, test, vi } from "vitest";
import type { Job, JobOutcome } from "./engine.js";
import { memoryEngine } from "./memory-engine.js";

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

function job(account: string, group = account): Job {
  return { account, stream: "leads", mode: "auto", group };
}

test("an account and stream has one job, queued or active", async () => {
  const engine = memoryEngine();
  expect(await engine.enqueueMany([job("a"), job("a"), job("b")])).toBe(2);
  await engine.work(() => new Promise(() => {}));
  expect(await engine.stats()).toEqual({ queued: 0, active: 2, dead: 0 });
  expect(await engine.enqueueMany([job("a"), job("c")])).toBe(1);
});

test("no group has more than its share, and no account waits for another group", async () => {
  const engine = memoryEngine({ concurrency: 10, groupConcurrency: 2 });
  const started: string[] = [];
  await engine.work(({ account }) => {
    started.push(account);
    return new Promise(() => {});
  });
  await engine.enqueueMany([job("a1", "a"), job("a2", "a"), job("a3", "a"), job("b1", "b")]);
  await vi.advanceTimersByTimeAsync(0);
  expect(started).toEqual(["a1", "a2", "b1"]);
  expect(await engine.stats()).toEqual({ queued: 1, active: 3, dead: 0 });
});

test("a retry after a rate limit waits for its Retry-After and does not count", async () => {
  const engine = memoryEngine();
  const times: number[] = [];
  await engine.work(async () => {
    times.push(Date.now());
    return times.length < 20 ? { kind: "retry", afterMs: 7_000 } : { kind: "done" };
  });
  const start = Date.now();
  await engine.enqueueMany([job("a")]);
  await vi.advanceTimersByTimeAsync(19 * 7_000);
  expect(times).toEqual(Array.from({ length: 20 }, (_, index) => start + index * 7_000));
  expect(await engine.stats()).toEqual({ queued: 0, active: 0, dead: 0 });
});

test("a job is dead after five retries with growing delays, and can be redriven", async () => {
  const engine = memoryEngine();
  const outcomes: JobOutcome[] = [];
  let fails = true;
  await engine.work(async () => {
    outcomes.push({ kind: "done" });
    if (fails) throw new Error("connection failed");
    return { kind: "done" };
  });
  await engine.enqueueMany([job("a")]);
  await vi.advanceTimersByTimeAsync(31_000);
  expect(outcomes).toHaveLength(6);
  expect(await engine.deadJobs()).toEqual([{ ...job("a"), reason: "connection failed" }]);

  fails = false;
  expect(await engine.redrive("b")).toBe(0);
  expect(await engine.redrive("a")).toBe(1);
  await vi.advanceTimersByTimeAsync(0);
  expect(await engine.stats()).toEqual({ queued: 0, active: 0, dead: 0 });
});

test("a dead job has a reason", async () => {
  const engine = memoryEngine();
  await engine.work(async () => ({ kind: "dead", reason: "the key was rejected" }));
  await engine.enqueueMany([job("a")]);
  await vi.advanceTimersByTimeAsync(0);
  expect(await engine.deadJobs()).toEqual([{ ...job("a"), reason: "the key was rejected" }]);
});

test("jobs of a paused host wait, the others run", async () => {
  const engine = memoryEngine({ hostOf: ({ group }) => group });
  const started: string[] = [];
  await engine.work(async ({ account }) => {
    started.push(account);
    return { kind: "done" };
  });
  await engine.pause("slow.example", 60_000);
  await engine.enqueueMany([job("a", "slow.example"), job("b", "fast.example")]);
  await vi.advanceTimersByTimeAsync(59_999);
  expect(started).toEqual(["b"]);
  await vi.advanceTimersByTimeAsync(1);
  expect(started).toEqual(["b", "a"]);
});

test("close aborts active jobs, puts them back and starts no other", async () => {
  const engine = memoryEngine({ concurrency: 1 });
  await engine.work(
    (_, signal) => new Promise((_, reject) => signal.addEventListener("abort", () => reject(signal.reason))),
  );
  await engine.enqueueMany([job("a"), job("b")]);
  await engine.close();
  expect(await engine.stats()).toEqual({ queued: 2, active: 0, dead: 0 });
});

test("a delay ends in time if the clock is set back meanwhile", async () => {
  const engine = memoryEngine();
  let runs = 0;
  await engine.work(async () => {
    runs += 1;
    return runs < 2 ? { kind: "retry", afterMs: 60_000 } : { kind: "done" };
  });
  await engine.enqueueMany([job("a")]);
  await vi.advanceTimersByTimeAsync(0);
  vi.setSystemTime(Date.now() - 3_600_000);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(runs).toBe(2);
});

test("a delay that is longer than a timer of Node.js sets one timer", async () => {
  const set = vi.spyOn(globalThis, "setTimeout");
  const engine = memoryEngine();
  await engine.work(async () => ({ kind: "retry", afterMs: 2 ** 32 }));
  await engine.enqueueMany([job("a")]);
  await vi.advanceTimersByTimeAsync(1_000);
  expect(set.mock.calls.map(([, ms]) => ms)).toEqual([2 ** 31 - 1]);
  set.mockRestore();
});
