import { isApiError } from "@serviceform/client";
import { contractVersion } from "@serviceform/types/describe";
import { type ParsedRecord, parseRecord, type RejectedRecord } from "../record/parse-record.js";
import { streams, type TableName } from "../streams.js";
import { MAX_KNOWN } from "../target/max-known.js";
import type {
  Deletions,
  RunCounts,
  RunEnding,
  RunKey,
  RunMode,
  RunRow,
  RunStatus,
  StreamState,
} from "../target/target.js";
import { assertDeletions, assertKnownKeys, needsKnownKeys, RunRefused } from "./guards.js";
import type { StreamError, StreamJob, StreamReport } from "./job.js";

/** The number of records in a batch, which is one transaction. */
const BATCH_SIZE = 1000;

const NO_COUNTS: RunCounts = { seen: 0, inserted: 0, updated: 0, deleted: 0, restored: 0, rejected: 0 };

/**
 * A run of one table, from the insertion of its row in `run` on: it collects elements in batches and counts their
 * changes.
 */
export class StreamRun {
  readonly key: RunKey;
  readonly state: StreamState;
  readonly #job: StreamJob;
  /** The number of live records before the run. */
  readonly #live: number;
  #counts: RunCounts = NO_COUNTS;
  #records: ParsedRecord[] = [];
  #rejected: RejectedRecord[] = [];
  /** Whether keys must still be compared with the mirror. */
  #isSuspect: boolean;
  #writing: Promise<void> = Promise.resolve();

  static async start(job: StreamJob, table: TableName, mode: RunMode, state: StreamState): Promise<StreamRun> {
    const { target, account } = job;
    // Only a full pass finds deletions.
    const live = mode === "full" ? await target.countLive({ account, table }) : 0;
    const run = await target.startRun({ account, table, mode, contract: contractVersion });
    job.onEvent?.({ type: "started", account, stream: table, run, mode });
    return new StreamRun(job, { account, table, run }, { ...state, live });
  }

  private constructor(job: StreamJob, key: RunKey, { live, ...state }: StreamState & { readonly live: number }) {
    this.#job = job;
    this.key = key;
    this.state = state;
    this.#live = live;
    this.#isSuspect = needsKnownKeys(state);
  }

  /** Skips the comparison of the first keys, for lists in which all of them may be new. */
  skipKeyCheck(): void {
    this.#isSuspect = false;
  }

  /** Adds an element of the list; if it completes a batch, returns the promise of its write, which must be awaited. */
  add(element: unknown): Promise<void> | undefined {
    const record = parseRecord(streams[this.key.table], element, this.#job.redact);
    if ("reason" in record) this.#rejected.push(record);
    else this.#records.push(record);
    const isFull = this.#records.length + this.#rejected.length >= BATCH_SIZE;
    return isFull ? this.#writeBatch(undefined) : undefined;
  }

  /** Adds all elements of a list. */
  async addAll(elements: AsyncIterable<unknown>): Promise<void> {
    for await (const element of elements) {
      const writing = this.add(element);
      // Awaiting nothing costs a microtask for each element.
      if (writing) await writing;
    }
  }

  /** Writes the incomplete batch, with the state to store after it. */
  async flush(state?: unknown): Promise<void> {
    if (this.#records.length + this.#rejected.length > 0 || state !== undefined) await this.#writeBatch(state);
    await this.#writing;
  }

  /** Waits for the previous batch, so that one batch is written and another is ready while the next is read. */
  async #writeBatch(state: unknown): Promise<void> {
    const batch = { records: this.#records, rejected: this.#rejected, state };
    this.#records = [];
    this.#rejected = [];
    // A state is valid only if no earlier batch is lost.
    if (state !== undefined) await this.#writing;
    if (this.#isSuspect) await this.assertKnown(batch.records.map(({ id }) => id));
    this.#isSuspect = false;

    const before = this.#writing;
    this.#writing = this.#job.target.write(this.key, batch).then((counts) => this.#count(counts));
    // The next write throws the error.
    this.#writing.catch(() => undefined);
    await before;
  }

  /** Throws if the first keys seem to belong to another account. */
  async assertKnown(ids: readonly string[]): Promise<void> {
    const first = ids.slice(0, MAX_KNOWN);
    const found = await this.#job.target.countKnown(this.key, first);
    assertKnownKeys(this.#job.guards, this.state, { found, total: first.length });
  }

  #count(counts: RunCounts): void {
    this.#counts = add(this.#counts, counts);
    const { account, table, run } = this.key;
    this.#job.onEvent?.({ type: "progress", account, stream: table, run, ...this.#counts });
  }

  /**
   * After a complete list of a full pass: decides whether records that are missing from it are deleted. Throws if a
   * guard forbids it.
   */
  async planDeletions(): Promise<Deletions> {
    const { target, guards, allowMassDelete } = this.#job;
    // A record that could not be stored may be one of the missing records.
    if (this.#counts.rejected > 0) return "unknown";
    if (this.#hasSeenAll()) return "none";
    const unseen = await target.countUnseen(this.key);
    if (!allowMassDelete) assertDeletions(guards, { live: this.#live, seen: this.#counts.seen, unseen });
    return "unseen";
  }

  /** Whether as many keys were seen as are live: faster than to look for others, which takes as long as many batches. */
  #hasSeenAll(): boolean {
    const { seen, inserted, restored } = this.#counts;
    return seen === this.#live + inserted + restored;
  }

  /** How a run ends after an error; elements before the error are written, unless a guard ended the run. */
  async endingAfter(cause: unknown): Promise<RunEnding & { readonly cause: unknown }> {
    const isRefused = cause instanceof RunRefused;
    if (!isRefused) await this.flush().catch(() => undefined);
    return { ...this.ending(isRefused ? "refused" : "failed", "unknown"), error: toStreamError(cause).message, cause };
  }

  ending(status: RunStatus, deletions: Deletions, state?: unknown): RunEnding {
    return { ...this.key, status, deletions, state, eraseBefore: status === "done" ? this.#eraseBefore() : undefined };
  }

  #eraseBefore(): string | undefined {
    const { eraseAfterDays } = this.#job;
    return eraseAfterDays === undefined ? undefined : new Date(Date.now() - eraseAfterDays * 86_400_000).toISOString();
  }

  /** The report of a run with its row; without a row, the target has failed too. */
  report(row: RunRow | undefined, cause: unknown): StreamReport {
    const { seen, inserted, updated, deleted, restored, rejected } = row ?? this.#counts;
    const report: StreamReport = {
      run: this.key.run,
      // The run has ended, so its status is that of an ended run.
      status: (row?.status as RunStatus | undefined) ?? "failed",
      ...(cause !== undefined && { error: toStreamError(cause) }),
      ...{ seen, inserted, updated, deleted, restored, rejected },
    };
    const { account, table, run } = this.key;
    this.#job.onEvent?.({ type: "ended", account, stream: table, run, report });
    return report;
  }
}

function add(a: RunCounts, b: RunCounts): RunCounts {
  return {
    seen: a.seen + b.seen,
    inserted: a.inserted + b.inserted,
    updated: a.updated + b.updated,
    deleted: a.deleted + b.deleted,
    restored: a.restored + b.restored,
    rejected: a.rejected + b.rejected,
  };
}

function toStreamError(cause: unknown): StreamError {
  if (!(cause instanceof Error)) return { name: "Error", message: String(cause) };
  const { name, message } = cause;
  if (!isApiError(cause)) return { name, message };
  const { status, retryAfterMs } = cause;
  return retryAfterMs === undefined ? { name, message, status } : { name, message, status, retryAfterMs };
}
