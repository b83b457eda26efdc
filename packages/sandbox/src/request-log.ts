import { apiKeyHeader, type OperationId } from "@serviceform/types";

/** How many requests are remembered; older ones are forgotten. */
export const REQUEST_LOG_LENGTH = 1_000;

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
