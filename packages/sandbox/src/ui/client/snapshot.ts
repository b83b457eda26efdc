/** The content of the live view, which the server sends and the page draws. */
export interface Snapshot {
  /** The requests that are new or have changed since the last snapshot, oldest first. */
  readonly requests: readonly RequestRow[];
  /** Requests with a smaller ID are no longer in the log. */
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
  /** With the names of query parameters, without their values. */
  readonly path: string;
  /** Null before the response, and also if there was none. */
  readonly status: number | null;
  readonly durationMs: number | null;
  /** In epoch milliseconds. */
  readonly startedAt: number;
  /** Descriptions of the faults that affected it. */
  readonly faults: readonly string[];
  /** Whether its operation writes. */
  readonly writes: boolean;
  /** Whether the exchange has ended: the response was read completely, broke off, or did not arrive. */
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
  /** A description, such as "503 on listLeads, 2 more times". */
  readonly words: string;
}
