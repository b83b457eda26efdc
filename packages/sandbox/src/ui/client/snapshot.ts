/** What the live view shows: what the server sends and the page draws. */
export interface Snapshot {
  /** The last ones, newest first. */
  readonly requests: readonly RequestRow[];
  /** How many the sandbox remembers. */
  readonly remembered: number;
  readonly spaces: readonly SpaceRow[];
  readonly leads: number;
  readonly chats: ChatCounts;
  readonly faults: readonly FaultRow[];
}

export interface RequestRow {
  readonly id: number;
  /** Null for a path or method that the contract does not have. */
  readonly operation: string | null;
  readonly method: string;
  /** With the names of the query and without its values. */
  readonly path: string;
  /** Null until it is answered, and for good where no answer came. */
  readonly status: number | null;
  readonly durationMs: number | null;
}

export interface SpaceRow {
  readonly id: string;
  readonly name: string;
  readonly items: number;
}

export interface ChatCounts {
  readonly total: number;
  /** How many of them are older than the days. */
  readonly earlier: number;
  /** The most frequent first. */
  readonly sources: readonly SourceRow[];
  /** One after the other without gaps, to that of the last chat. */
  readonly days: readonly DayRow[];
}

export interface SourceRow {
  readonly name: string;
  readonly chats: number;
}

export interface DayRow {
  /** As in `2025-06-30`, in UTC. */
  readonly day: string;
  /** In the order of the sources. */
  readonly chats: readonly number[];
}

export interface FaultRow {
  readonly id: number;
  readonly kind: string;
  /** In words, such as "503 on listLeads, 2 more times". */
  readonly words: string;
}
