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
  readonly response?: Response;
  /** The body of the response. */
  readonly text: string;
  readonly progress: Progress;
}

/** Ends a call that is not retried. */
export function failCall(call: Call, failure: Failure, progress: Progress): FailedCall {
  if (failure.kind === "aborted") return { ok: false, error: failure.reason, alwaysThrow: true, text: "", progress };
  if (failure.kind === "rethrown") return { ok: false, error: failure.error, alwaysThrow: true, text: "", progress };

  const error = toError(call, failure, progress);
  // Observers get a copy of the error: changing it does not change the error that is thrown.
  notify("onError", call, progress.attempts, () => ({ error: toError(call, failure, progress) }));
  const alwaysThrow = failure.kind === "invalid-key";
  if (!("response" in failure)) return { ok: false, error, alwaysThrow, text: "", progress };

  const { response } = failure;
  if (failure.kind === "redirect") cancelBody(response);
  const text = failure.kind === "status" ? failure.text : "";
  return { ok: false, error, alwaysThrow, response, text, progress };
}
