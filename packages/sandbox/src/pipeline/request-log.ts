import { createLogEntry, headBytes, type KnownRequest, type LogEntry, type RecordedRequest } from "./log-entry.js";

/** How many requests are remembered; older ones are forgotten. */
export const REQUEST_LOG_LENGTH = 1_000;

/** What these requests may take together: URLs, headers and bodies as they are kept. */
export const REQUEST_LOG_BYTES = 16_777_216;

/** What came in last, bounded by number and by what it takes in memory. */
export interface RequestLog {
  readonly requests: RecordedRequest[];
  /** Whether responses are recorded as they are read; a sandbox in memory has no live view to show them. */
  recordsResponses: boolean;
  add(request: Request, known: KnownRequest): LogEntry;
  /** Takes over what is known by now, and the bytes that it takes. */
  update(entry: LogEntry, changes: Partial<Pick<LogEntry, "faults" | "response" | "error">>, bytes?: number): void;
  /** What happened to the requests that are remembered, oldest first. */
  entries(): LogEntry[];
  clear(): void;
}

export function createRequestLog(): RequestLog {
  const requests: RecordedRequest[] = [];
  const entryOf = new WeakMap<RecordedRequest, LogEntry>();
  const entries = (): LogEntry[] => requests.flatMap((recorded) => entryOf.get(recorded) ?? []);
  let total = 0;
  let lastId = 0;
  let lastRevision = 0;

  function update(entry: LogEntry, changes: Partial<LogEntry>, bytes = 0): void {
    lastRevision += 1;
    Object.assign(entry, changes, { revision: lastRevision });
    // It may have been forgotten while its body came in.
    if (entryOf.has(entry.recorded)) grow(entry, bytes);
  }

  function grow(entry: LogEntry, bytes: number): void {
    entry.bytes += bytes;
    total += bytes;
    // Counted anew, since a test may have emptied the list itself.
    if (total > REQUEST_LOG_BYTES) total = entries().reduce((sum, { bytes }) => sum + bytes, 0);
    // The newest stays, however large it is: it is what a test looks at.
    while (requests.length > REQUEST_LOG_LENGTH || (total > REQUEST_LOG_BYTES && requests.length > 1)) forgetOldest();
  }

  function forgetOldest(): void {
    const oldest = requests.shift();
    if (oldest === undefined) return;
    total -= entryOf.get(oldest)?.bytes ?? 0;
    entryOf.delete(oldest);
  }

  function add(request: Request, known: KnownRequest): LogEntry {
    lastId += 1;
    const entry = createLogEntry(lastId, request, known);
    requests.push(entry.recorded);
    entryOf.set(entry.recorded, entry);
    update(entry, {}, headBytes(entry.recorded));
    return entry;
  }

  function clear(): void {
    requests.length = 0;
    total = 0;
  }

  return { requests, recordsResponses: false, add, update, entries, clear };
}
