import type { Call } from "../request/call.js";
import { notify } from "./notify.js";
import type { Failure } from "./outcome.js";
import type { Progress } from "./progress.js";
import { cancelBody } from "./read-body.js";
import { toError } from "./to-error.js";

/** How a call ended. */
export type CallResult = SuccessfulCall | FailedCall;

interface SuccessfulCall {
  readonly ok: true;
  readonly data: unknown;
  readonly response: Response;
  /** The body of the response. */
  readonly text: string;
  readonly progress: Progress;
}

interface FailedCall {
  readonly ok: false;
  readonly error: unknown;
  /** Whether `safe` throws it too: an invalid key, the caller's abort, control flow of a framework. */
  readonly alwaysThrow: boolean;
  readonly response: Response | undefined;
  /** The body of the response. */
  readonly text: string;
  readonly progress: Progress;
}

/** Ends a call that is not retried. */
export function failCall(call: Call, failure: Failure, progress: Progress): FailedCall {
  if (failure.kind === "aborted") {
    return { ok: false, error: failure.reason, alwaysThrow: true, response: undefined, text: "", progress };
  }
  const error = toError(call, failure, progress);
  // Observers get a copy of the error, made later: what they change does not change the error that is thrown.
  notify("onError", call, progress.attempts, () => ({ error: toError(call, failure, progress) }));
  if (failure.kind === "redirect") cancelBody(failure.response);
  return {
    ok: false,
    error,
    alwaysThrow: failure.kind === "invalid-key",
    response: "response" in failure ? failure.response : undefined,
    text: failure.kind === "status" ? failure.text : "",
    progress,
  };
}
