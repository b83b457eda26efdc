import type { Transaction } from "../target/target.js";

/** Runs jobs, each at most once at a time for an account and stream, and shares them fairly between groups. */
export interface Engine {
  start(): Promise<void>;
  /**
   * Adds jobs, except those for an account and stream whose job is queued or active. Resolves to the number of added
   * jobs.
   */
  enqueueMany(jobs: readonly Job[]): Promise<number>;
  /** Passes jobs to `handler` until `close`. Resolves as soon as it listens. */
  work(handler: JobHandler): Promise<void>;
  /** Delays the queued jobs of accounts on `host` by `ms` milliseconds. */
  pause(host: string, ms: number): Promise<void>;
  stats(): Promise<EngineStats>;
  /** Starts no further job, aborts the signals of the active ones, and puts these back into the queue. */
  close(): Promise<void>;
}

/** The work of a worker: one account and stream. A job never contains a key. */
export interface Job {
  readonly account: string;
  readonly stream: string;
  readonly mode: "auto" | "full";
  /** Whose share of the workers it uses, such as an agency. */
  readonly group: string;
}

export type JobHandler = (job: Job, signal: AbortSignal) => Promise<JobOutcome>;

/** How a job ends. An error of the handler counts as `retry`. */
export type JobOutcome =
  | { readonly kind: "done" }
  /**
   * With `afterMs`, the API requested the delay and the attempt does not count; without, the delay grows with each
   * attempt.
   */
  | { readonly kind: "retry"; readonly afterMs?: number }
  | { readonly kind: "dead"; readonly reason: string };

/** The numbers of jobs in a queue. */
export interface EngineStats {
  readonly queued: number;
  readonly active: number;
  readonly dead: number;
}

/** A job that is no longer retried. */
export interface DeadJob extends Job {
  readonly reason: string;
}

/** An engine that also lists its dead jobs and puts them back into the queue. */
export interface DeadLetterEngine extends Engine {
  deadJobs(): Promise<readonly DeadJob[]>;
  /** Puts the dead jobs of an account, or all, back into the queue. Resolves to their number. */
  redrive(account?: string): Promise<number>;
}

/** An engine whose jobs are in a database, which may also be that of the mirrors. */
export interface TransactionalEngine extends Engine {
  /**
   * Completes an active job, as passed to the handler, through an open transaction of the engine's database: the job is
   * complete if the transaction commits. Rejects if another worker has taken the job over.
   */
  completeIn(transaction: Transaction, job: Job): Promise<void>;
}

/** The number of attempts after the first that count, before a job is dead. */
export const RETRY_LIMIT = 5;
/** The number of jobs of one group that run at the same time, on all workers together. */
export const GROUP_CONCURRENCY = 2;

export function jobKey({ account, stream }: Pick<Job, "account" | "stream">): string {
  return `${account}:${stream}`;
}
