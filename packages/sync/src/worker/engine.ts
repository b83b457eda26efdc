import type { Transaction } from "../target/target.js";

/** Runs jobs, each at most once at a time for an account and stream, and shares them fairly between groups. */
export interface Engine {
  start(): Promise<void>;
  /** Adds jobs, but none for an account and stream whose job is queued or active. Resolves to how many were new. */
  enqueueMany(jobs: readonly Job[]): Promise<number>;
  /** Gives jobs to `handler` until `close`. Resolves as soon as it listens. */
  work(handler: JobHandler): Promise<void>;
  /** Holds back the queued jobs whose accounts are on `host`, for `ms` milliseconds. */
  pause(host: string, ms: number): Promise<void>;
  stats(): Promise<EngineStats>;
  /** Starts no further job, aborts the signals of the active ones, and puts what they leave back into the queue. */
  close(): Promise<void>;
}

/** What a worker does: one account and stream. It never holds a key. */
export interface Job {
  readonly account: string;
  readonly stream: string;
  readonly mode: "auto" | "full";
  /** Whose share of the workers it uses, such as an agency. */
  readonly group: string;
}

export type JobHandler = (job: Job, signal: AbortSignal) => Promise<JobOutcome>;

/** How a job ends. What the handler throws counts as `retry`. */
export type JobOutcome =
  | { readonly kind: "done" }
  /** With `afterMs` the API asked for the delay, and the attempt does not count; without, the delay grows with each. */
  | { readonly kind: "retry"; readonly afterMs?: number }
  | { readonly kind: "dead"; readonly reason: string };

export interface EngineStats {
  readonly queued: number;
  readonly active: number;
  readonly dead: number;
}

/** A job that is not retried any more. */
export interface DeadJob extends Job {
  readonly reason: string;
}

/** An engine that also lists its dead jobs and puts them back into the queue. */
export interface DeadLetterEngine extends Engine {
  deadJobs(): Promise<readonly DeadJob[]>;
  /** Puts the dead jobs of an account, or all, back into the queue. Resolves to how many. */
  redrive(account?: string): Promise<number>;
}

/** An engine whose jobs are in a database that may hold the mirrors too. */
export interface TransactionalEngine extends Engine {
  /**
   * Completes an active job, as `work` gave it, through an open transaction of the engine's database: the job is done if that
   * commits. Rejects where another worker has taken the job over.
   */
  completeIn(transaction: Transaction, job: Job): Promise<void>;
}

/** Attempts that count before a job is dead, beyond the first. */
export const RETRY_LIMIT = 5;
/** Jobs of one group that run at the same time, on all workers together. */
export const GROUP_CONCURRENCY = 2;

export function jobKey({ account, stream }: Pick<Job, "account" | "stream">): string {
  return `${account}:${stream}`;
}
