import type { AccountStore } from "./account.js";
import { Circuit } from "./circuit.js";
import type { Engine } from "./engine.js";
import { messageOf } from "./message-of.js";
import { Metrics } from "./metrics.js";
import { planJobs } from "./plan-jobs.js";
import { type SyncJobDeps, syncJob } from "./sync-job.js";

export interface WorkerOptions extends Pick<SyncJobDeps, "hostOf" | "runSync"> {
  readonly engine: Engine;
  readonly accounts: AccountStore;
  readonly streams: readonly string[];
  /** Time between two runs of the same stream, in milliseconds. */
  readonly everyMs: number;
  /** When the last run of each account and stream started, by `account:stream`; epoch milliseconds. */
  readonly readLastStarted: () => Promise<ReadonlyMap<string, number>>;
  /** Ends the worker: active jobs commit their batch and go back to the queue. */
  readonly signal: AbortSignal;
  readonly metrics?: Metrics;
  /** Called with an event for each plan and each job that ended. */
  readonly onEvent?: (event: WorkerEvent) => void;
}

export type WorkerEvent =
  | { readonly event: "planned"; readonly jobs: number }
  | {
      readonly event: "job";
      readonly account: string;
      readonly stream: string;
      readonly outcome: string;
      readonly reason?: string;
    }
  | { readonly event: "error"; readonly message: string };

/** Plans the jobs that are due, at once and then at an interval, and works until the signal aborts. */
export async function runWorker(options: WorkerOptions): Promise<void> {
  const { engine, signal, everyMs, onEvent = () => {} } = options;
  await engine.start();
  try {
    await engine.work(createHandler(options, onEvent));
    await plan(options, onEvent);
    const timer = setInterval(() => void plan(options, onEvent), planEveryMs(everyMs));
    await aborted(signal);
    clearInterval(timer);
  } finally {
    await engine.close();
  }
}

function createHandler(options: WorkerOptions, onEvent: (event: WorkerEvent) => void): Parameters<Engine["work"]>[0] {
  const { accounts, engine, metrics = new Metrics(), hostOf, runSync } = options;
  const shared = {
    findAccount: (account: string) => accounts.find(account),
    pauseAccount: (account: string, reason: string) => accounts.pause(account, reason),
    pauseHost: (host: string, ms: number) => engine.pause(host, ms),
    circuit: new Circuit(),
    metrics,
    hostOf,
    runSync,
  };
  return async (job, signal) => {
    const { account, stream } = job;
    try {
      const outcome = await syncJob(job, { ...shared, signal });
      const reason = outcome.kind === "dead" ? { reason: outcome.reason } : {};
      onEvent({ event: "job", account, stream, outcome: outcome.kind, ...reason });
      return outcome;
    } catch (error) {
      onEvent({ event: "job", account, stream, outcome: "retry", reason: messageOf(error) });
      throw error;
    }
  };
}

/**
 * A run starts a little after its plan. If jobs were planned only every `everyMs`, the next run would not be due yet,
 * and would wait for the following plan.
 */
function planEveryMs(everyMs: number): number {
  return Math.min(everyMs / 10, 60_000);
}

/** A plan that fails is made again at the next interval; the worker continues with the jobs that it has. */
async function plan(options: WorkerOptions, onEvent: (event: WorkerEvent) => void): Promise<void> {
  const { engine, accounts, streams, everyMs, readLastStarted } = options;
  try {
    const [list, lastStarted] = await Promise.all([accounts.list(), readLastStarted()]);
    const jobs = planJobs({
      accounts: list,
      streams,
      lastStarted,
      everyMs,
      now: Date.now() + planEveryMs(everyMs) / 2,
    });
    onEvent({ event: "planned", jobs: await engine.enqueueMany(jobs) });
  } catch (error) {
    onEvent({ event: "error", message: messageOf(error) });
  }
}

function aborted(signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    if (signal.aborted) resolve();
    signal.addEventListener("abort", () => resolve(), { once: true });
  });
}
