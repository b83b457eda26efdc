import type { OperationId } from "@serviceform/types";

/** What every error says about the call that it ended. */
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
  /** True when the operation writes and an attempt ended so that the API may have carried it out. */
  readonly mayHaveSucceeded: boolean;
  /** The id that the API gave the last attempt, as its support asks for it; undefined where it gave none. */
  readonly requestId?: string | undefined;
}
