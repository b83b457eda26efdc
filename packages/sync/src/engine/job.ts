import type { ServiceformClient } from "@serviceform/client";
import type { Redact } from "../record/redact-personal.js";
import type { StreamName, TableName } from "../streams.js";
import type { RunCounts, RunMode, RunStatus, Target } from "../target/target.js";

/** One stream of one account, with all dependencies of its run. The target is open and holds the lock. */
export interface StreamJob {
  readonly client: ServiceformClient;
  readonly target: Target;
  readonly account: string;
  readonly stream: StreamName;
  readonly mode: "auto" | "full";
  readonly messages: boolean;
  readonly guards: Guards;
  readonly allowMassDelete: boolean;
  readonly eraseAfterDays: number | undefined;
  readonly redact?: Redact | undefined;
  readonly signal: AbortSignal | undefined;
  readonly onEvent: ((event: SyncEvent) => void) | undefined;
}

/** Limits that prevent deletions by a faulty response, and mixed accounts by a wrong key. */
export interface Guards {
  /** The share of the live records that a run may mark deleted. @default 0.2 */
  readonly maxDeleteShare: number;
  /** This many records may be marked deleted, whatever their share. @default 50 */
  readonly maxDeleteRows: number;
  /** The share of the first 1 000 keys that the mirror must know, once it has 20 records. @default 0.05 */
  readonly minKnownShare: number;
}

/** How the run of a stream ended. */
export interface StreamReport extends RunCounts {
  readonly run: number;
  readonly status: RunStatus;
  readonly error?: StreamError;
}

/** The reason why a stream failed or was refused. */
export interface StreamError {
  readonly name: string;
  readonly message: string;
  /** The HTTP status, if the API responded. */
  readonly status?: number;
  /** The delay that the API requested, in milliseconds. */
  readonly retryAfterMs?: number;
}

/** A report for each table of the stream: `items` also has one for `spaces`. */
export type StreamReports = { readonly [Name in TableName]?: StreamReport };

/** What happens during a run. */
export type SyncEvent = { readonly account: string; readonly stream: TableName; readonly run: number } & (
  | { readonly type: "started"; readonly mode: RunMode }
  | ({ readonly type: "progress" } & RunCounts)
  | { readonly type: "ended"; readonly report: StreamReport }
);
