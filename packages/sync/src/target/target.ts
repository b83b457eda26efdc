import type { RejectedRecord, StoredRecord } from "../record/parse-record.js";
import type { TableName } from "../streams.js";

/** Where records are stored. A target is opened by its first use and serves one `Sync`. */
export interface Target {
  /** Opens what is there; `write` creates it where it is missing. Rejects what is no mirror, and leaves it alone. */
  open(access: Access): Promise<void>;
  /** Takes the lock of these streams until `unlock`: false where another run holds it. It dies with its process. */
  lock(account: string, tables: readonly TableName[]): Promise<boolean>;
  unlock(): Promise<void>;
  readState(stream: StreamKey): Promise<StreamState>;
  /** The mark of the redaction by which the records of an account are stored: null for none, undefined before the first run. */
  readRedaction(account: string): Promise<string | null | undefined>;
  writeRedaction(account: string, mark: string | null): Promise<void>;
  startRun(start: RunStart): Promise<number>;
  /** How many of the keys are stored, deleted ones among them. */
  countKnown(stream: StreamKey, ids: readonly string[]): Promise<number>;
  /** Writes what differs, in one transaction with the state. Batches are written in the order of their calls. */
  write(run: RunKey, batch: Batch): Promise<RunCounts>;
  /** How many live records the run has not seen. */
  countUnseen(run: RunKey): Promise<number>;
  /** Ends runs, with the deletions that they justify, in one transaction. */
  finishRuns(endings: readonly RunEnding[]): Promise<readonly RunRow[]>;
  /** The last run of each account and stream. */
  readStatus(): Promise<readonly RunRow[]>;
  /** The last run of a stream that ended by a moment; 0 where there is none. */
  findRun(stream: StreamKey, ended: string): Promise<number>;
  /** A page of what was live after a run, by key. */
  readVersions(stream: StreamKey, run: number, page: Page): Promise<readonly VersionRow[]>;
  /** A page of the records that runs after this one have changed, by key. */
  readChanges(stream: StreamKey, since: number, page: Page): Promise<readonly ChangeRow[]>;
  /** Begins a comparison of what the API lists with the mirror. */
  startComparison(stream: StreamKey): Promise<void>;
  /** A page of the keys of live records that the comparison has not met. */
  readExtra(stream: StreamKey, page: Page): Promise<readonly { readonly id: string }[]>;
  /** Which of the records are not live in the mirror, and which differ from it; all of them count as met. */
  compare(stream: StreamKey, records: readonly StoredRecord[]): Promise<Comparison>;
  /** Removes a person from records, history and rejections; returns how many records that were. */
  purge(account: string, person: Person): Promise<number>;
  close(): Promise<void>;
}

/** An open transaction of a database. */
export interface Transaction {
  query(sql: string, values: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** So many rows whose keys come after `after`. */
export interface Page {
  readonly after: string | undefined;
  readonly limit: number;
}

export interface VersionRow {
  readonly id: string;
  /** JSON. */
  readonly doc: string;
}

export interface ChangeRow {
  readonly id: string;
  readonly first_run: number;
  /** JSON; null where the record was not live then, or is not now. */
  readonly before: string | null;
  readonly after: string | null;
}

export interface Comparison {
  readonly missing: readonly string[];
  readonly different: readonly string[];
}

/** A visitor, by one of their records, their email address in any case, or their ID. */
export type Person =
  | { readonly lead: string }
  | { readonly chat: string }
  | { readonly email: string }
  | { readonly uid: string };

export type Access = "read" | "write";

export interface StreamKey {
  readonly account: string;
  readonly table: TableName;
}

export interface RunKey extends StreamKey {
  readonly run: number;
}

export interface StreamState {
  /** What the last batch or run has left, JSON. */
  readonly state: unknown;
  /** How many records there are, deleted ones among them. */
  readonly known: number;
  readonly live: number;
}

export type RunMode = "full" | "window";

export interface RunStart extends StreamKey {
  readonly mode: RunMode;
  readonly contract: string;
}

export interface Batch {
  readonly records: readonly StoredRecord[];
  readonly rejected: readonly RejectedRecord[];
  /** The state that the batch justifies; undefined leaves it as it is. */
  readonly state?: unknown;
}

/** What a run has done so far. */
export interface RunCounts {
  readonly seen: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly restored: number;
  readonly rejected: number;
}

export type RunStatus = "done" | "failed" | "refused";

export interface RunEnding extends RunKey {
  readonly status: RunStatus;
  readonly error?: string | undefined;
  readonly state?: unknown;
  readonly deletions: "unseen" | "none";
  /** What was deleted by runs that ended before this moment loses its values. */
  readonly eraseBefore?: string | undefined;
}

/** A row of the table `run`. */
export interface RunRow extends RunCounts {
  readonly run: number;
  readonly account: string;
  readonly stream: TableName;
  readonly mode: RunMode;
  readonly started: string;
  readonly ended: string | null;
  readonly status: RunStatus | "running";
  readonly error: string | null;
  readonly contract: string;
}
