import { apiKeyHeader, type OperationId } from "@serviceform/types";
import type { RequestBody } from "./http/read-body.js";

/** How many requests are remembered; older ones are forgotten. */
export const REQUEST_LOG_LENGTH = 1_000;

/** What the bodies of these requests may have together: a thousand of the largest would be a gigabyte. */
export const REQUEST_LOG_CHARACTERS = 8_388_608;

/** A request that came in. */
export interface RecordedRequest {
  /** Undefined for a path or method that the contract does not have. */
  readonly operation: OperationId | undefined;
  readonly method: string;
  readonly url: string;
  /** By lower-case name, without the key. */
  readonly headers: Readonly<Record<string, string>>;
  /** Parsed where it is JSON, else text; undefined where there is none. */
  body: unknown;
  /** Undefined until it is answered, and for good where no answer came. */
  status: number | undefined;
  /** Until the headers of the answer. */
  durationMs: number | undefined;
}

/** Adds a request to the log. */
export function record(log: RecordedRequest[], request: Request, operation: OperationId | undefined): RecordedRequest {
  const headers = Object.fromEntries([...request.headers].filter(([name]) => name !== apiKeyHeader));
  const entry: RecordedRequest = {
    operation,
    method: request.method,
    url: request.url,
    headers,
    body: undefined,
    status: undefined,
    durationMs: undefined,
  };
  log.push(entry);
  if (log.length > REQUEST_LOG_LENGTH) log.shift();
  return entry;
}

const lengths = new WeakMap<RecordedRequest, number>();

/** Adds the body of a request to the log, and forgets the oldest requests where that is too much. */
export function recordBody(log: RecordedRequest[], entry: RecordedRequest, { text, json }: RequestBody): void {
  entry.body = json === undefined ? text : json;
  lengths.set(entry, text?.length ?? 0);
  let total = log.reduce((sum, request) => sum + (lengths.get(request) ?? 0), 0);
  while (total > REQUEST_LOG_CHARACTERS) {
    const oldest = log.shift();
    total -= (oldest && lengths.get(oldest)) ?? 0;
  }
}
