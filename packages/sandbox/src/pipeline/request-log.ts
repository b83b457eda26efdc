import { createLogEntry, headBytes, type KnownRequest, type LogEntry, type RecordedRequest } from "./log-entry.js";

/** The number of requests in the log; older ones are removed. */
export const REQUEST_LOG_LENGTH = 1_000;

/** The memory limit of these requests: URLs, headers and bodies in the form in which they are kept. */
export const REQUEST_LOG_BYTES = 16_777_216;

/** The last requests, with limits on their number and memory. */
export interface RequestLog {
  readonly requests: RecordedRequest[];
  /** Whether responses are recorded as they are read; a sandbox without a server has no live view to show them. */
  recordsResponses: boolean;
  add(request: Request, known: KnownRequest): LogEntry;
  /** Updates an entry with further facts, and the bytes that they take. */
  update(entry: LogEntry, changes: Partial<Pick<LogEntry, "faults" | "response" | "error">>, bytes?: number): void;
  /** The entries of the log, oldest first. */
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
    // The request may have been removed while its body arrived.
    if (entryOf.has(entry.recorded)) grow(entry, bytes);
  }

  function grow(entry: LogEntry, bytes: number): void {
    entry.bytes += bytes;
    total += bytes;
    // Counted again, since a test may have emptied the list itself.
    if (total > REQUEST_LOG_BYTES) total = entries().reduce((sum, { bytes }) => sum + bytes, 0);
    // The newest is kept, however large it is: it is the one that a test reads.
    while (requests.length > REQUEST_LOG_LENGTH || (total > REQUEST_LOG_BYTES && requests.length > 1)) removeOldest();
  }

  function removeOldest(): void {
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
