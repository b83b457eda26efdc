import { cancelBody, parseErrorBody } from "./body.js";
import type { Call } from "./call.js";
import { copyCause } from "./copy-cause.js";
import { type AnyServiceformError, ApiError, ConnectionError, ResponseError, TimeoutError } from "./errors.js";
import type { CallEvent, Hooks } from "./events.js";
import { toConfigurationError } from "./invalid-input.js";
import { copyText } from "./json.js";
import type { Failure } from "./outcome.js";
import { createRedact, type Redact } from "./redact.js";
import { headersOf } from "./response.js";

/** How a call ended. `rejects` marks what is thrown even by `safe`: an invalid key, the caller's abort, a framework's signal. */
export type Settled =
  | { readonly ok: true; readonly data: unknown; readonly response: Response }
  | { readonly ok: false; readonly error: unknown; readonly response?: Response; readonly rejects?: boolean };

/** Ends a call that failed for good. */
export function fail(call: Call, failure: Failure): Settled {
  if (failure.kind === "aborted") return { ok: false, error: failure.reason, rejects: true };
  if (failure.kind === "rethrown") return { ok: false, error: failure.error, rejects: true };
  // Observers get an error of their own: what they change is not thrown.
  emit("onError", call, () => ({ error: toError(call, failure) }));
  const error = toError(call, failure);
  if (failure.kind === "invalid-key") return { ok: false, error, rejects: true };
  if (!("response" in failure)) return { ok: false, error };
  if (failure.kind === "redirect") cancelBody(failure.response);
  return { ok: false, error, response: failure.response };
}

/** Says what happened, as the error that the caller gets. */
export function toError(
  call: Call,
  failure: Exclude<Failure, { kind: "aborted" } | { kind: "rethrown" }>,
): AnyServiceformError {
  const redact = createRedact(call.key, call.target);
  switch (failure.kind) {
    case "status": {
      const { status, retryAfterMs, response, unreadable } = failure;
      const headers = headersOf(response);
      const body = parseErrorBody(call.text, headers);
      const detail = unreadable ? ", but the body was read before fetch returned it" : quote(body, redact);
      return new ApiError(`API responded with ${status}${detail}`, call, { status, retryAfterMs }, { body, headers });
    }
    case "malformed": {
      const { status } = failure.response;
      const bodyPreview = copyText(failure.preview, PREVIEW_LENGTH);
      return new ResponseError(
        `API responded with ${status}, but ${failure.problem}`,
        call,
        { status },
        { bodyPreview },
      );
    }
    case "redirect":
      return new ConnectionError(`redirect${originOf(failure.response, call)} was not followed`, call);
    case "connection": {
      const cause = copyCause(failure.cause, redact);
      return new ConnectionError(failure.problem, call, {}, cause === undefined ? {} : { cause });
    }
    case "timeout": {
      const { limit, limitMs } = failure;
      return new TimeoutError(`timed out after ${limitMs} ms (${limit})`, call, { limit, limitMs });
    }
    case "invalid-key":
      return toConfigurationError(failure.error, call);
    default:
      return failure satisfies never;
  }
}

const PREVIEW_LENGTH = 500;
const MAX_QUOTE_LENGTH = 200;

/** What the API says about its error, on one line and without the key or the query that it may echo. */
function quote(body: unknown, redact: Redact): string {
  const message = (body as { message?: unknown } | null)?.message;
  if (typeof message !== "string") return "";
  const line = redact(message, 2 * MAX_QUOTE_LENGTH).replaceAll(/[\s\p{Cc}]+/gu, " ");
  return ` "${copyText(line, MAX_QUOTE_LENGTH)}"`;
}

/** Only the origin, since the rest of a target may be private. Browsers reveal nothing. */
function originOf(response: Response, { target }: Call): string {
  const { redirected, url } = response;
  const location = redirected ? url : (headersOf(response).get("location") ?? "");
  return location && URL.canParse(location, target) ? ` to ${new URL(location, target).origin}` : "";
}

/** Notifies the client's hook and logger of an event. Never throws. */
export function emit(name: keyof Hooks, call: Call, getDetails?: () => Partial<CallEvent>): void {
  const { hooks, logger } = call.settings;
  if (!hooks && !logger) return;
  const { operation, method, url, attempts, durationMs, requestId } = call;
  const details = getDetails?.();
  const status = details?.error?.status;
  const event: CallEvent = {
    operation,
    method,
    url,
    attempt: attempts,
    durationMs,
    ...(requestId && { requestId }),
    ...(status && { status }),
    ...details,
  };
  const level = name === "onError" ? "error" : name === "onRetry" ? "warn" : "debug";
  Object.freeze(event);
  quietly(() => hooks?.[name]?.(event));
  quietly(() => logger?.[level]?.(`serviceform ${name}: ${describe(event)}`, event));
}

/** An event as a sentence that needs no fields: some loggers drop what comes after the text. */
function describe({ operation, method, url, attempt, status, delayMs, requestId, error }: CallEvent): string {
  return [
    error?.message ?? `${operation} ${method} ${url}`,
    `attempt ${attempt}`,
    !error && status && `status ${status}`,
    requestId && `request id ${requestId}`,
    delayMs !== undefined && `retry in ${Math.round(delayMs)} ms`,
  ]
    .filter(Boolean)
    .join(", ");
}

/** Runs an observer, which must not affect the call that it observes. */
export async function quietly(notify: () => unknown): Promise<void> {
  try {
    await notify();
  } catch {}
}
