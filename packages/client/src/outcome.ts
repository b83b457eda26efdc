import type { InvalidInput } from "./invalid-input.js";

/** How one attempt ended. */
export type Outcome = Success | Failure;

export type Failure = Status | Redirect | Malformed | Connection | Interruption | InvalidKey | Rethrown;

export interface Success {
  readonly kind: "success";
  readonly response: Response;
  /** What the method resolves to. */
  readonly data: unknown;
}

/** An error status; the body is not read yet. */
export interface Status {
  readonly kind: "status";
  readonly response: Response;
  readonly status: number;
  readonly retryAfterMs: number | undefined;
  /** Whether something else has read the body, or there is no way to read it. */
  readonly unreadable: boolean;
}

/** A redirect that was not followed; browsers do not say where it leads. */
export interface Redirect {
  readonly kind: "redirect";
  readonly response: Response;
}

/** A success status with a body that the contract does not know. */
export interface Malformed {
  readonly kind: "malformed";
  readonly response: Response;
  /** What is wrong with the body; completes "API responded with 200, but …". */
  readonly problem: string;
  /** The beginning of what is wrong. */
  readonly preview: string;
}

/** No response, or one that broke on the way. */
export interface Connection {
  readonly kind: "connection";
  readonly cause: unknown;
  /** What happened, in words. */
  readonly problem: string;
  /** Whether the request may have reached the API. */
  readonly ambiguous: boolean;
  /** Whether another attempt may end otherwise. */
  readonly transient: boolean;
}

/** Ended by a time limit or by the caller. */
export type Interruption =
  | { readonly kind: "timeout"; readonly limit: "timeoutMs" | "totalTimeoutMs"; readonly limitMs: number }
  | { readonly kind: "aborted"; readonly reason: unknown };

/** The function that provides the API key failed, or gave an invalid one. */
export interface InvalidKey {
  readonly kind: "invalid-key";
  readonly error: InvalidInput;
}

/** What `fetch` threw for somebody above this client, who gets it untouched. */
export interface Rethrown {
  readonly kind: "rethrown";
  readonly error: unknown;
}
