import type { InvalidInput } from "../errors/invalid-input.js";

/** How one attempt ended. */
export type Outcome = Success | Failure;

/** A failure that callers receive as an error of this client. */
export type ReportedFailure = Exclude<Failure, Abort>;

export type Failure = StatusFailure | Redirect | InvalidBody | ConnectionFailure | Interruption | InvalidKey;

export interface Success {
  readonly kind: "success";
  readonly response: Response;
  /** What the method resolves to. */
  readonly data: unknown;
  /** The body. */
  readonly text: string;
}

/** An error status. */
export interface StatusFailure {
  readonly kind: "status";
  readonly response: Response;
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  /** Why the body cannot be read: a clause for "API responded with 404, but …"; undefined if it can. */
  readonly unreadable: string | undefined;
  /** The body; empty until it is certain that no retry follows. */
  readonly text: string;
}

/** A redirect that was not followed; browsers do not reveal its target. */
export interface Redirect {
  readonly kind: "redirect";
  readonly response: Response;
}

/** A success status with a body that does not match the contract. */
export interface InvalidBody {
  readonly kind: "invalid-body";
  readonly response: Response;
  /** Why it is invalid: a clause for "API responded with 200, but …". */
  readonly problem: string;
  /** The beginning of the invalid part. */
  readonly preview: string;
}

/** No response, or an incomplete one. */
export interface ConnectionFailure {
  readonly kind: "connection";
  readonly cause: unknown;
  /** The message of the error. */
  readonly problem: string;
  /** Whether the request may have reached the API. */
  readonly ambiguous: boolean;
  /** Whether a retry may succeed. */
  readonly transient: boolean;
}

/** An interruption of an attempt: by a timeout or by the caller. */
export type Interruption = Timeout | Abort;

export interface Timeout {
  readonly kind: "timeout";
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  readonly limitMs: number;
}

/** The caller, or a framework above this client, has ended the call, and gets the reason unchanged. */
export interface Abort {
  readonly kind: "aborted";
  readonly reason: unknown;
}

/** The function that returns the API key failed, or returned an invalid one. */
export interface InvalidKey {
  readonly kind: "invalid-key";
  readonly error: InvalidInput;
}
