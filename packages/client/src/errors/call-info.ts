import type { OperationId } from "@serviceform/types";

/** What every error has of the call that failed. */
export interface CallInfo {
  /** The operation, or `"request"` for a call of `client.request`. */
  readonly operation: OperationId | "request";
  readonly method: string;
  /** The URL without query values. */
  readonly url: string;
  /** How many attempts were made. */
  readonly attempts: number;
  /** Time since the method was called, in milliseconds. */
  readonly durationMs: number;
  /** True when the API may have applied a write although the call failed. */
  readonly mayHaveSucceeded: boolean;
  /** The `x-request-id` of the last attempt, which the API's support asks for; undefined where there was none. */
  readonly requestId?: string | undefined;
}
