/** What the live view shows: what the server sends and the page draws. */
export interface Snapshot {
  /** Those that are new or have changed since the last snapshot, oldest first. */
  readonly requests: readonly RequestRow[];
  /** Requests with a smaller ID are forgotten. */
  readonly oldestRequest: number;
  readonly counts: { readonly [table: string]: number };
  readonly spaces: readonly SpaceRow[];
  readonly faults: readonly FaultRow[];
  /** The clock of the sandbox, in whole minutes. */
  readonly now: string;
}

export interface RequestRow {
  readonly id: number;
  /** Null for a path or method that the contract does not have. */
  readonly operation: string | null;
  readonly method: string;
  /** With the names of the query and without its values. */
  readonly path: string;
  /** Null until it is there, and for good where no response came. */
  readonly status: number | null;
  readonly durationMs: number | null;
  /** In epoch milliseconds. */
  readonly startedAt: number;
  /** The faults that hit it, in words. */
  readonly faults: readonly string[];
  /** Whether its operation changes something. */
  readonly writes: boolean;
  /** Whether the response ended: fully read, broken off or never there. */
  readonly ended: boolean;
}

export interface SpaceRow {
  readonly id: string;
  readonly name: string;
  readonly items: number;
}

export interface FaultRow {
  readonly id: number;
  readonly kind: string;
  /** In words, such as "503 on listLeads, 2 more times". */
  readonly words: string;
}
