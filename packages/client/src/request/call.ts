import type { Operation, OperationId, SentBody } from "@serviceform/types";
import type { MediaOperation } from "../media/media-operation.js";
import type { Settings } from "../options/settings.js";

/** One call: its request and its settings. It is built once and never changed. */
export interface Call {
  readonly operationId: OperationId | "request";
  readonly operation: CallableOperation;
  readonly settings: Settings;
  /** With query values. */
  readonly requestUrl: string;
  readonly body: SentBody | undefined;
  /** Whether the body of the response is returned unread, for its elements. */
  readonly streaming: boolean;
  /** When the method was called, by `performance.now()`. */
  readonly startedAt: number;
}

/** The properties of an operation, or of a request outside the contract, that a call uses. */
export interface CallableOperation
  extends MediaOperation,
    Pick<Operation, "idempotent" | "writes" | "mayBeEmpty" | "contentType" | "security"> {
  readonly method: string;
}

/** The rest of `totalTimeoutMs`, in milliseconds. */
export function remainingMs({ settings, startedAt }: Call): number {
  return settings.totalTimeoutMs - (performance.now() - startedAt);
}

/** A URL without query values, for errors and events. */
export function withoutQueryValues(url: string): string {
  return url.replace(/\?.*/, (query) => query.replaceAll(/=[^&]*/g, ""));
}
