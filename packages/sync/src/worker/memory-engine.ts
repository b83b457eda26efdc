import {
  type DeadJob,
  type DeadLetterEngine,
  GROUP_CONCURRENCY,
  type Job,
  type JobHandler,
  jobKey,
  RETRY_LIMIT,
} from "./engine.js";
import { type HandlerResult, runHandler } from "./run-handler.js";

/** The options of `memoryEngine`. */
export interface MemoryEngineOptions {
  /** The number of jobs that run at the same time. @default 20 */
  readonly concurrency?: number;
  /** The number of jobs of one group that run at the same time. @default 2 */
  readonly groupConcurrency?: number;
  /** Returns the host of a job's account, for `pause`. Without it, `pause` delays every job. */
  readonly hostOf?: (job: Job) => string;
}

interface Queued {
  readonly job: Job;
  readonly attempt: number;
  readonly notBefore: number;
}

/** An engine in one process, for tests and for small fleets. Its jobs end with the process. */
export function memoryEngine(options: MemoryEngineOptions = {}): DeadLetterEngine {
  return new MemoryEngine(options);
}

class MemoryEngine implements DeadLetterEngine {
  readonly #concurrency: number;
  readonly #groupConcurrency: number;
  readonly #hostOf: ((job: Job) => string) | undefined;
  readonly #queue = new Map<string, Queued>();
  readonly #active = new Map<string, { readonly job: Job; readonly ended: Promise<void> }>();
  readonly #dead = new Map<string, DeadJob>();
  readonly #pausedUntil = new Map<string, number>();
  readonly #stop = new AbortController();
  #handler: JobHandler | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor({ concurrency = 20, groupConcurrency = GROUP_CONCURRENCY, hostOf }: MemoryEngineOptions) {
    this.#concurrency = concurrency;
    this.#groupConcurrency = groupConcurrency;
    this.#hostOf = hostOf;
  }

  async start(): Promise<void> {}

  async enqueueMany(jobs: readonly Job[]): Promise<number> {
    const fresh = jobs.filter((job) => this.#enqueue({ job, attempt: 0, notBefore: 0 }));
    this.#startJobs();
    return fresh.length;
  }

  async work(handler: JobHandler): Promise<void> {
    this.#handler = handler;
    this.#startJobs();
  }

  async pause(host: string, ms: number): Promise<void> {
    this.#pausedUntil.set(this.#hostOf === undefined ? EVERY_HOST : host, performance.now() + ms);
  }

  async stats(): Promise<{ queued: number; active: number; dead: number }> {
    return { queued: this.#queue.size, active: this.#active.size, dead: this.#dead.size };
  }

  async close(): Promise<void> {
    this.#stop.abort(new Error("the engine is closing"));
    clearTimeout(this.#timer);
    await Promise.all([...this.#active.values()].map(({ ended }) => ended));
  }

  async deadJobs(): Promise<readonly DeadJob[]> {
    return [...this.#dead.values()];
  }

  async redrive(account?: string): Promise<number> {
    const chosen = [...this.#dead.values()].filter((job) => account === undefined || job.account === account);
    for (const { reason: _, ...job } of chosen) {
      this.#dead.delete(jobKey(job));
      this.#enqueue({ job, attempt: 0, notBefore: 0 });
    }
    this.#startJobs();
    return chosen.length;
  }

  #enqueue(queued: Queued): boolean {
    const key = jobKey(queued.job);
    if (this.#queue.has(key) || this.#active.has(key)) return false;
    this.#queue.set(key, queued);
    return true;
  }

  /**
   * Starts every job whose time has come and whose group has a free slot, oldest first, and sets a timer for the next.
   */
  #startJobs(): void {
    const handler = this.#handler;
    clearTimeout(this.#timer);
    if (handler === undefined || this.#stop.signal.aborted) return;

    let wakeAt = Number.POSITIVE_INFINITY;
    for (const [key, queued] of this.#queue) {
      if (this.#active.size >= this.#concurrency) break;
      if (this.#isGroupBusy(queued.job.group)) continue;
      const startAt = Math.max(queued.notBefore, this.#pausedUntil.get(this.#hostOf?.(queued.job) ?? EVERY_HOST) ?? 0);
      if (startAt > performance.now()) {
        wakeAt = Math.min(wakeAt, startAt);
        continue;
      }
      this.#queue.delete(key);
      this.#active.set(key, { job: queued.job, ended: this.#run(key, queued, handler) });
    }
    if (!Number.isFinite(wakeAt)) return;
    this.#timer = setTimeout(() => this.#startJobs(), Math.min(wakeAt - performance.now(), MAX_TIMER_MS));
  }

  #isGroupBusy(group: string): boolean {
    const active = [...this.#active.values()].filter(({ job }) => job.group === group);
    return active.length >= this.#groupConcurrency;
  }

  async #run(key: string, queued: Queued, handler: JobHandler): Promise<void> {
    const outcome = await runHandler(handler, queued.job, this.#stop.signal);
    this.#active.delete(key);
    this.#settle(queued, outcome);
    this.#startJobs();
  }

  #settle({ job, attempt }: Queued, { outcome, error }: HandlerResult): void {
    if (outcome.kind === "done") return;
    if (outcome.kind === "dead") {
      this.#dead.set(jobKey(job), { ...job, reason: outcome.reason });
    } else if (outcome.afterMs !== undefined || this.#stop.signal.aborted) {
      this.#enqueue({ job, attempt, notBefore: performance.now() + (outcome.afterMs ?? 0) });
    } else if (attempt < RETRY_LIMIT) {
      this.#enqueue({ job, attempt: attempt + 1, notBefore: performance.now() + BASE_DELAY_MS * 2 ** attempt });
    } else {
      this.#dead.set(jobKey(job), { ...job, reason: error ?? "retries are exhausted" });
    }
  }
}

const EVERY_HOST = "*";
const BASE_DELAY_MS = 1_000;
/** The longest delay of a timer of Node.js; a longer one would end at once. */
const MAX_TIMER_MS = 2 ** 31 - 1;
