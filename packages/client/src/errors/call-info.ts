import type { OperationId } from "@serviceform/types";

/** The properties of the failed call that every error has. */
export interface CallInfo {
  /** The operation, or `"request"` for a call of `client.request`. */
  readonly operation: OperationId | "request";
  readonly method: string;
  /** The URL without query values. */
  readonly url: string;
  /** How many attempts were made; one that ended before its request was sent does not count. */
  readonly attempts: number;
  /** Time since the method was called, in milliseconds. */
  readonly durationMs: number;
  /** True when the API may have applied a write although the call failed. */
  readonly mayHaveSucceeded: boolean;
  /** The `x-request-id` of the last attempt, to include when you contact support; undefined if there was none. */
  readonly requestId?: string | undefined;
}
