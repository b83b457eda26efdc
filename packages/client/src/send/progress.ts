import type { CallInfo } from "../errors/call-info.js";
import { type Call, withoutQueryValues } from "../request/call.js";
import { readRequestId } from "./response.js";

/** The progress of a call. */
export interface Progress {
  readonly attempts: number;
  readonly mayHaveSucceeded: boolean;
  /** The keys of the attempts, one per line, for redaction. */
  readonly apiKeys: string;
  /** The headers of the response to the last attempt, if there was one. */
  readonly headers: Headers | undefined;
}

/** The progress of a call that has made no attempt. */
export const NO_PROGRESS: Progress = { attempts: 0, mayHaveSucceeded: false, apiKeys: "", headers: undefined };

/** The properties of a call for its errors. */
export function toCallInfo(call: Call, { attempts, mayHaveSucceeded, apiKeys, headers }: Progress): CallInfo {
  const requestId = headers && readRequestId(headers, apiKeys);
  return {
    operation: call.operationId,
    method: call.operation.method,
    url: withoutQueryValues(call.requestUrl),
    attempts,
    durationMs: durationMs(call),
    mayHaveSucceeded,
    ...(requestId && { requestId }),
  };
}

export function durationMs({ startedAt }: Call): number {
  return Math.round(performance.now() - startedAt);
}
