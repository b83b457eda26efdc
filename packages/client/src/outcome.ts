import type { ConfigurationError } from "./errors.js";

/** How one attempt ended. */
export type Outcome = Success | Failure;

export type Failure = Status | Redirect | Malformed | Connection | Interruption | Refused;

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
  /** What the body should have been. */
  readonly expected: string;
  readonly preview: string;
}

/** No answer, or one that broke on the way. */
export interface Connection {
  readonly kind: "connection";
  readonly cause: unknown;
}

/** Ended by a time limit or by the caller. */
export type Interruption =
  | { readonly kind: "timeout"; readonly limit: "timeoutMs" | "totalTimeoutMs"; readonly limitMs: number }
  | { readonly kind: "aborted"; readonly reason: unknown };

/** Refused before anything was sent, such as a key that its provider could not give. */
export interface Refused {
  readonly kind: "refused";
  readonly error: ConfigurationError;
}
