import type { Transaction } from "../target/target.js";
import {
  type DeadJob,
  type DeadLetterEngine,
  type EngineStats,
  GROUP_CONCURRENCY,
  type Job,
  type JobHandler,
  type TransactionalEngine,
} from "./engine.js";
import { type ClaimedJob, JobQueue } from "./job-queue.js";
import { type HandlerResult, runHandler } from "./run-handler.js";

/** The options of `pgBossEngine`. */
export interface PgBossEngineOptions {
  /** Schema of the queue's tables. @default "serviceform_jobs" */
  readonly schema?: string;
  /** The number of jobs that run at the same time in this process. @default 20 */
  readonly concurrency?: number;
  /** The number of jobs of one group that run at the same time, in all processes. @default 2 */
  readonly groupConcurrency?: number;
  /** The time between polls of an empty queue, in milliseconds. @default 500 */
  readonly pollMs?: number;
  /** Finds the accounts on a host, for `pause`. Without it, `pause` delays every job. */
  readonly accountsOn?: (host: string) => Promise<readonly string[]>;
  /** Called with errors that occur between jobs, such as a lost connection. */
  readonly onError?: (error: Error) => void;
}

/** An engine on PostgreSQL, with pg-boss: jobs survive their workers, and any number of processes share them. */
export function pgBossEngine(
  connectionString: string,
  options: PgBossEngineOptions = {},
): DeadLetterEngine & TransactionalEngine {
  return new PgBossEngine(connectionString, options);
}

class PgBossEngine implements DeadLetterEngine, TransactionalEngine {
  readonly #open: () => Promise<JobQueue>;
  #opened: JobQueue | undefined;
  readonly #concurrency: number;
  readonly #groupConcurrency: number;
  readonly #pollMs: number;
  readonly #accountsOn: PgBossEngineOptions["accountsOn"];
  readonly #onError: (error: Error) => void;
  readonly #stop = new AbortController();
  readonly #active = new Set<Promise<void>>();
  /** The claim of each active job. */
  readonly #claims = new WeakMap<Job, ClaimedJob>();
  /** Jobs that a transaction of their handler has completed. */
  readonly #ended = new WeakSet<Job>();
  #polling: Promise<void> | undefined;
  #wake: () => void = () => {};

  constructor(connectionString: string, options: PgBossEngineOptions) {
    const { schema = "serviceform_jobs", onError = () => {} } = options;
    this.#concurrency = options.concurrency ?? 20;
    this.#groupConcurrency = options.groupConcurrency ?? GROUP_CONCURRENCY;
    this.#pollMs = options.pollMs ?? 500;
    this.#accountsOn = options.accountsOn;
    this.#onError = onError;
    this.#open = () => JobQueue.open(connectionString, schema, onError);
  }

  async start(): Promise<void> {
    this.#opened ??= await this.#open();
  }

  async enqueueMany(jobs: readonly Job[]): Promise<number> {
    const added = await this.#queue.add(jobs);
    this.#wake();
    return added;
  }

  async work(handler: JobHandler): Promise<void> {
    this.#polling ??= this.#poll(handler);
  }

  async pause(host: string, ms: number): Promise<void> {
    await this.#queue.delay(await this.#accountsOn?.(host), ms);
  }

  async completeIn(transaction: Transaction, job: Job): Promise<void> {
    const claimed = this.#claims.get(job);
    if (claimed === undefined) throw new TypeError("job must be active in this engine");
    if (!(await this.#queue.completeIn(transaction, claimed))) throw new Error(TAKEN_OVER);
    this.#ended.add(job);
  }

  stats(): Promise<EngineStats> {
    return this.#queue.stats();
  }

  async close(): Promise<void> {
    this.#stop.abort(new Error("the engine is closing"));
    this.#wake();
    await this.#polling;
    await Promise.all(this.#active);
    await this.#opened?.close();
  }

  async deadJobs(): Promise<readonly DeadJob[]> {
    return (await this.#queue.deadJobs()).map(({ id: _, ...job }) => job);
  }

  async redrive(account?: string): Promise<number> {
    const dead = await this.#queue.deadJobs();
    const chosen = dead.filter((job) => account === undefined || job.account === account);
    await this.#queue.redrive(chosen);
    this.#wake();
    return chosen.length;
  }

  get #queue(): JobQueue {
    if (this.#opened === undefined) throw new Error("the engine must be started first");
    return this.#opened;
  }

  async #poll(handler: JobHandler): Promise<void> {
    while (!this.#stop.signal.aborted) {
      const batchSize = Math.min(this.#concurrency - this.#active.size, BATCH_SIZE);
      const jobs = await this.#claim(batchSize);
      for (const job of jobs) this.#track(this.#run(job, handler));
      // After a full batch, the queue may have more jobs.
      if (batchSize === 0 || jobs.length < batchSize) await this.#waitForWork();
    }
  }

  async #claim(batchSize: number): Promise<ClaimedJob[]> {
    if (batchSize === 0) return [];
    try {
      return await this.#queue.claim(batchSize, this.#groupConcurrency);
    } catch (error) {
      this.#report(error);
      return [];
    }
  }

  #track(running: Promise<void>): void {
    this.#active.add(running);
    void running.then(() => {
      this.#active.delete(running);
      this.#wake();
    });
  }

  /** Waits for a job to end, for new jobs of this process, or for the time of the next poll. */
  #waitForWork(): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, this.#pollMs);
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
      if (this.#stop.signal.aborted) this.#wake();
    });
  }

  async #run(job: ClaimedJob, handler: JobHandler): Promise<void> {
    const claim = new AbortController();
    const heartbeat = setInterval(() => void this.#renew(job, claim), HEARTBEAT_MS);
    this.#claims.set(job.data, job);
    try {
      const result = await runHandler(handler, job.data, AbortSignal.any([claim.signal, this.#stop.signal]));
      // If the claim is lost, the job belongs to another worker.
      if (!claim.signal.aborted) await this.#settle(job, result);
    } catch (error) {
      // The job is not settled, so its heartbeat ends and another worker takes it over.
      this.#report(error);
    } finally {
      clearInterval(heartbeat);
    }
  }

  async #renew(job: ClaimedJob, claim: AbortController): Promise<void> {
    try {
      if (!(await this.#queue.renew(job))) claim.abort(new Error(TAKEN_OVER));
    } catch (error) {
      this.#report(error);
    }
  }

  async #settle(job: ClaimedJob, { outcome, error }: HandlerResult): Promise<void> {
    if (outcome.kind === "done") return this.#ended.has(job.data) ? undefined : this.#queue.complete(job);
    if (outcome.kind === "dead") return this.#queue.moveToDeadLetters(job, outcome.reason);
    if (outcome.afterMs !== undefined || this.#stop.signal.aborted) {
      return this.#queue.requeue(job, outcome.afterMs ?? 0);
    }
    if (job.retryCount < job.retryLimit) return this.#queue.fail(job, error ?? "retried");
    return this.#queue.moveToDeadLetters(job, error ?? "retries are exhausted");
  }

  #report(error: unknown): void {
    this.#onError(error instanceof Error ? error : new Error(String(error)));
  }
}

const TAKEN_OVER = "another worker has taken over the job";
/** The number of jobs in one claim: claiming them one at a time costs a statement each. */
const BATCH_SIZE = 25;
/** Half of the time after which a worker counts as lost. */
const HEARTBEAT_MS = 15_000;
