import type { CallInfo } from "../errors/call-info.js";
import { type Call, withoutQueryValues } from "../request/call.js";
import { readRequestId } from "./response.js";

/** How far a call has come. */
export interface Progress {
  readonly attempts: number;
  readonly mayHaveSucceeded: boolean;
  /** The key that was sent last, to redact it. */
  readonly apiKey: string;
  /** The headers of the response to the last attempt, if there was one. */
  readonly headers: Headers | undefined;
}

/** Of a call that has made no attempt. */
export const NO_PROGRESS: Progress = { attempts: 0, mayHaveSucceeded: false, apiKey: "", headers: undefined };

/** What errors say of a call. */
export function toCallInfo(call: Call, { attempts, mayHaveSucceeded, apiKey, headers }: Progress): CallInfo {
  return {
    operation: call.operationId,
    method: call.operation.method,
    url: withoutQueryValues(call.requestUrl),
    attempts,
    durationMs: durationMs(call),
    mayHaveSucceeded,
    requestId: headers && readRequestId(headers, apiKey),
  };
}

export function durationMs({ startedAt }: Call): number {
  return Math.round(performance.now() - startedAt);
}
