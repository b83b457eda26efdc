import type { ParsedRecord, RejectedRecord } from "../record/parse-record.js";
import type { TableName } from "../streams.js";

/** Where records are stored. A target is opened by its first use and serves one `Sync`. */
export interface Target {
  /**
   * Opens the target; `write` creates it if it is missing. Rejects a database or folder that is not a mirror, and
   * leaves it unchanged.
   */
  open(access: Access): Promise<void>;
  /** Takes the lock of these streams until `unlock`; false if another run holds it. The lock ends with its process. */
  lock(account: string, tables: readonly TableName[]): Promise<boolean>;
  unlock(): Promise<void>;
  readState(stream: StreamKey): Promise<StreamState>;
  /**
   * The mark of the redaction with which the records of an account are stored: null for none, undefined before the
   * first run.
   */
  readRedaction(account: string): Promise<string | null | undefined>;
  /**
   * Stores a mark before the first record and returns the stored one: an earlier mark stays if the account has records,
   * or another run that may be about to store them.
   */
  claimRedaction(account: string, mark: string | null): Promise<string | null>;
  startRun(start: RunStart): Promise<number>;
  /** How many live records the stream has. Reads all of them, which takes seconds if there are millions. */
  countLive(stream: StreamKey): Promise<number>;
  /** How many of the keys are stored, including deleted ones. */
  countKnown(stream: StreamKey, ids: readonly string[]): Promise<number>;
  /**
   * Writes the records that differ, in one transaction with the state. Batches are written in the order of their calls.
   */
  write(run: RunKey, batch: Batch): Promise<RunCounts>;
  /** How many live records the run has not seen. */
  countUnseen(run: RunKey): Promise<number>;
  /** Ends runs and applies their deletions, in one transaction. */
  finishRuns(endings: readonly RunEnding[]): Promise<readonly RunRow[]>;
  /** The last run of each account and stream. */
  readStatus(): Promise<readonly RunRow[]>;
  /** The last run of a stream that ended by a moment; 0 if there is none. */
  findRun(stream: StreamKey, ended: string): Promise<number>;
  /** A page of the records that were live after a run, by key. */
  readVersions(stream: StreamKey, run: number, page: Page): Promise<readonly VersionRow[]>;
  /** A page of the records that later runs have changed, by key. */
  readChanges(stream: StreamKey, since: number, page: Page): Promise<readonly ChangeRow[]>;
  /** Starts a comparison of a list from the API with the mirror. */
  startComparison(stream: StreamKey): Promise<void>;
  /** A page of the keys of live records that the comparison has not seen. */
  readExtra(stream: StreamKey, page: Page): Promise<readonly { readonly id: string }[]>;
  /** Which of the records are not live in the mirror, and which differ from it; all of them count as seen. */
  compare(stream: StreamKey, records: readonly ParsedRecord[]): Promise<Comparison>;
  /** Removes a person from records, history and rejections; returns the number of removed records. */
  purge(account: string, person: Person): Promise<number>;
  close(): Promise<void>;
}

/** An open transaction of a database. */
export interface Transaction {
  query(sql: string, values: readonly unknown[]): Promise<{ readonly rows: readonly unknown[] }>;
}

/** At most `limit` rows whose keys come after `after`. */
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
  /** JSON; null if the record was not live then, or is not live now. */
  readonly before: string | null;
  readonly after: string | null;
  /** 1 if the record is deleted and its values have been erased, with those of `before`; otherwise 0. */
  readonly erased: number;
}

export interface Comparison {
  readonly missing: readonly string[];
  readonly different: readonly string[];
}

/** A visitor: by the key of one of their records, their ID, or their email address in any case, also between spaces. */
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
  /** The state that the last batch or run stored, as JSON. */
  readonly state: unknown;
  /** The number of records, including deleted ones, up to `MAX_KNOWN`. */
  readonly known: number;
}

export type RunMode = "full" | "window";

export interface RunStart extends StreamKey {
  readonly mode: RunMode;
  readonly contract: string;
}

export interface Batch {
  readonly records: readonly ParsedRecord[];
  readonly rejected: readonly RejectedRecord[];
  /** The state to store with the batch; undefined leaves it unchanged. */
  readonly state?: unknown;
}

/** The counts of a run so far. */
export interface RunCounts {
  readonly seen: number;
  readonly inserted: number;
  readonly updated: number;
  readonly deleted: number;
  readonly restored: number;
  readonly rejected: number;
}

/** Which live records a run marks deleted: those that it has not seen, or none, since it has seen all or may lack some. */
export type Deletions = "unseen" | "none" | "unknown";

export type RunStatus = "done" | "failed" | "refused";

export interface RunEnding extends RunKey {
  readonly status: RunStatus;
  readonly error?: string | undefined;
  readonly state?: unknown;
  readonly deletions: Deletions;
  /** The values of records that were deleted by runs before this moment are erased. */
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
