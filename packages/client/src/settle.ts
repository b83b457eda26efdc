import { discard } from "./body.js";
import type { Call } from "./call.js";
import { emit } from "./emit.js";
import type { AnyServiceformError } from "./errors.js";
import type { Failure } from "./outcome.js";
import type { Settings } from "./settings.js";
import { toError } from "./to-error.js";

/** How a call ended: with data, with an error, or by the caller's own abort. */
export type Settled =
  | { readonly kind: "data"; readonly data: unknown; readonly response: Response; readonly text: string }
  | {
      readonly kind: "error";
      readonly error: AnyServiceformError;
      readonly response: Response | undefined;
      readonly text: string;
    }
  | { readonly kind: "aborted"; readonly reason: unknown };

/** Ends a call that failed for good. */
export function fail(call: Call, settings: Settings, failure: Failure, text = ""): Settled {
  if (failure.kind === "aborted") return failure;
  if (failure.kind === "redirect") discard(failure.response);
  const error = toError(call, failure, text);
  emit(settings, "onError", call, () => ({ ...statusOf(failure), error }));
  return { kind: "error", error, response: "response" in failure ? failure.response : undefined, text };
}

/** The status of a failure as an event carries it; absent where no answer arrived. */
export function statusOf(failure: Failure): { status?: number } {
  return "response" in failure ? { status: failure.response.status } : {};
}
