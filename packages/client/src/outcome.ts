import type { Operation } from "@serviceform/types";
import type { ConfigurationError } from "./errors.js";

/** How one attempt ended. */
export type Outcome = Success | Failure;

export type Failure = Status | Redirect | Malformed | Connection | Interruption | Refused;

export interface Success {
  readonly kind: "success";
  readonly response: Response;
  /** What the method resolves to. */
  readonly data: unknown;
  readonly text: string;
}

/** An error status; the body is not read yet. */
export interface Status {
  readonly kind: "status";
  readonly response: Response;
  readonly status: number;
  readonly retryAfterMs: number | undefined;
}

/** A redirect that was not followed; browsers do not tell where it leads. */
export interface Redirect {
  readonly kind: "redirect";
  readonly response: Response;
}

/** A success status with a body that the contract does not know. */
export interface Malformed {
  readonly kind: "malformed";
  readonly response: Response;
  readonly why: string;
  readonly preview: string;
  readonly cause: unknown;
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

/** Whether the API may have carried out a write although the attempt ended like this. */
export function mayHaveBeenApplied(operation: Operation, outcome: Outcome): boolean {
  if (!operation.writes) return false;
  switch (outcome.kind) {
    case "connection":
    case "timeout":
    case "redirect":
    case "malformed":
      return true;
    case "status":
      return outcome.status === 408 || (outcome.status >= 500 && !wasTurnedAway(outcome));
    default:
      return false;
  }
}

/** 429, and 503 with Retry-After: the answers which say that the request was not processed. */
export function wasTurnedAway({ status, retryAfterMs }: Status): boolean {
  return status === 429 || (status === 503 && retryAfterMs !== undefined);
}
