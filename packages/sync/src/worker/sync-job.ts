import type { StreamReport } from "../engine/job.js";
import type { Account } from "./account.js";
import type { Circuit } from "./circuit.js";
import type { Job, JobOutcome } from "./engine.js";
import type { Metrics } from "./metrics.js";

/** How a run of one stream ended: a part of the report of `sync.run`. */
export type StreamEnd = Pick<StreamReport, "status" | "error" | "inserted" | "updated" | "deleted" | "restored">;

export interface SyncJobDeps {
  findAccount(account: string): Promise<Account | undefined>;
  /** Stops planning an account, for the given reason. */
  pauseAccount(account: string, reason: string): Promise<void>;
  /** Runs the sync of one stream to its end. Rejects with a `SyncBusyError` if another run holds the lock. */
  runSync(account: Account, job: Job, signal: AbortSignal): Promise<StreamEnd>;
  /** The host of an account. */
  hostOf(account: Account): string;
  /** Delays all queued jobs of a host. */
  pauseHost(host: string, ms: number): Promise<void>;
  readonly circuit: Circuit;
  readonly metrics: Metrics;
  readonly signal: AbortSignal;
}

/**
 * The unit of work of a fleet: syncs one stream of one account, and decides the outcome of the job. It keeps no state
 * between calls except in `deps`, so another kind of queue can call it too.
 */
export async function syncJob(job: Job, deps: SyncJobDeps): Promise<JobOutcome> {
  const account = await deps.findAccount(job.account);
  if (account === undefined) return { kind: "dead", reason: `account "${job.account}" does not exist` };
  // The account was paused after the job was planned.
  if (account.paused) return { kind: "done" };

  const host = deps.hostOf(account);
  const remainingMs = deps.circuit.remainingMs(host);
  if (remainingMs > 0) return { kind: "retry", afterMs: remainingMs };

  const started = performance.now();
  const outcome = await run(account, job, host, deps);
  deps.metrics.recordJob(job.stream, outcome.kind, (performance.now() - started) / 1_000);
  return outcome;
}

async function run(account: Account, job: Job, host: string, deps: SyncJobDeps): Promise<JobOutcome> {
  let end: StreamEnd;
  try {
    end = await deps.runSync(account, job, deps.signal);
  } catch (error) {
    deps.signal.throwIfAborted();
    return toOutcomeOfError(account, error, deps);
  }
  for (const op of ["inserted", "updated", "deleted", "restored"] as const) {
    deps.metrics.recordRows(job.stream, op, end[op]);
  }
  if (end.status === "done") {
    deps.circuit.recordSuccess(host);
    return { kind: "done" };
  }
  deps.signal.throwIfAborted();
  if (end.status === "refused") return { kind: "dead", reason: end.error?.message ?? "a guard stopped the run" };
  return toOutcomeOfFailure(account, host, end.error, deps);
}

async function toOutcomeOfFailure(
  account: Account,
  host: string,
  error: StreamEnd["error"],
  deps: SyncJobDeps,
): Promise<JobOutcome> {
  const { name = "", status = 0, message = "the run failed", retryAfterMs } = error ?? {};
  deps.metrics.recordFailure(status);
  if (status === 401 || status === 403) return pauseAndEndJob(account, message, deps);
  // The API responded and requested a delay: its host is available.
  if (status === 429) return { kind: "retry", afterMs: retryAfterMs ?? RATE_LIMIT_MS };

  const isOpened = HOST_ERRORS.has(name) && deps.circuit.recordFailure(host);
  if (isOpened) await deps.pauseHost(host, deps.circuit.remainingMs(host));
  throw new Error(message);
}

/** The outcome of a run that rejects: a lock that is held, or an account that is not configured correctly. */
function toOutcomeOfError(account: Account, error: unknown, deps: SyncJobDeps): JobOutcome | Promise<JobOutcome> {
  const { name, message } = error instanceof Error ? error : new Error(String(error));
  if (name === "SyncBusyError") return { kind: "retry", afterMs: BUSY_MS };
  if (name === "ConfigurationError" || name === "CredentialsError") return pauseAndEndJob(account, message, deps);
  throw error;
}

async function pauseAndEndJob({ account }: Account, reason: string, deps: SyncJobDeps): Promise<JobOutcome> {
  await deps.pauseAccount(account, reason);
  return { kind: "dead", reason };
}

/** The errors of calls to the API; an error of the database does not count as a failure of a host. */
const HOST_ERRORS = new Set(["ApiError", "ConnectionError", "TimeoutError", "ResponseError"]);
const RATE_LIMIT_MS = 60_000;
const BUSY_MS = 30_000;
