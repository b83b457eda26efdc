import { discard, parseErrorBody } from "./body.js";
import type { Call } from "./call.js";
import { type AnyServiceformError, ApiError, ConnectionError, ResponseError, TimeoutError } from "./errors.js";
import type { CallEvent, Hooks } from "./events.js";
import type { Failure } from "./outcome.js";
import { withCall } from "./refuse.js";

/** How a call ended. `rejects` marks what is thrown even by `safe`: a refusal, the caller's abort. */
export type Settled =
  | { readonly ok: true; readonly data: unknown; readonly response: Response }
  | { readonly ok: false; readonly error: unknown; readonly response?: Response; readonly rejects?: boolean };

/** Ends a call that failed for good. */
export function fail(call: Call, failure: Failure): Settled {
  if (failure.kind === "aborted") return { ok: false, error: failure.reason, rejects: true };
  const error = toError(call, failure);
  emit("onError", call, () => ({ error }));
  if (failure.kind === "refused") return { ok: false, error, rejects: true };
  if (!("response" in failure)) return { ok: false, error };
  if (failure.kind === "redirect") discard(failure.response);
  return { ok: false, error, response: failure.response };
}

/** Says what happened, as the error that the caller gets. */
export function toError(call: Call, failure: Exclude<Failure, { kind: "aborted" }>): AnyServiceformError {
  switch (failure.kind) {
    case "status": {
      const { status, retryAfterMs, response } = failure;
      const body = parseErrorBody(call.text, response.headers);
      const hidden = { body, headers: response.headers };
      return new ApiError(`the API answered ${status}${quote(body, call.key)}`, call, { status, retryAfterMs }, hidden);
    }
    case "malformed": {
      const { status } = failure.response;
      const hidden = { bodyPreview: failure.preview.slice(0, PREVIEW_LENGTH) };
      return new ResponseError(
        `the API answered ${status} with a body that is not ${failure.expected}`,
        call,
        { status },
        hidden,
      );
    }
    case "redirect":
      return new ConnectionError(`refused a redirect${originOf(failure.response, call)}`, call);
    case "connection":
      return new ConnectionError(
        `no usable answer${codeOf(failure.cause)}`,
        call,
        {},
        { cause: withoutKey(failure.cause, call.key) },
      );
    case "timeout": {
      const { limit, limitMs } = failure;
      return new TimeoutError(`${limit} of ${limitMs} ms ran out`, call, { limit, limitMs });
    }
    case "refused":
      return withCall(failure.error, call);
    default:
      return failure satisfies never;
  }
}

const PREVIEW_LENGTH = 500;

/** What the API says about its error, on one line and without the key that it may echo. */
function quote(body: unknown, key: string): string {
  const message = (body as { message?: unknown } | null)?.message;
  if (typeof message !== "string") return "";
  return ` "${message
    .replaceAll(key, "***")
    .replaceAll(/[\s\p{Cc}]+/gu, " ")
    .slice(0, 200)}"`;
}

/** Only the origin, since the rest of a target may be private. Browsers reveal nothing. */
function originOf({ headers, redirected, url }: Response, { target }: Call): string {
  const location = redirected ? url : (headers.get("location") ?? "");
  return location && URL.canParse(location, target) ? ` to ${new URL(location, target).origin}` : "";
}

/** Hides a cause that contains the key: a `fetch` may reject with what it was given, and `inspect` shows causes whole. */
function withoutKey(cause: unknown, key: string): unknown {
  const seen = new Set<unknown>();
  const tells = (value: unknown): boolean => {
    if (Object(value) !== value) return String(value).includes(key);
    if (seen.has(value)) return false;
    seen.add(value);
    const object = value as Record<PropertyKey, unknown> & Iterable<unknown>;
    const parts: unknown[] = Reflect.ownKeys(object).flatMap((name) => [name, object[name]]);
    // A Map or Headers; a generator is left alone, since it may never end.
    return [...parts, ...(Symbol.iterator in object && !("next" in object) ? object : [])].some(tells);
  };
  try {
    if (!tells(cause)) return cause;
  } catch {
    // A property that cannot be read may hold anything.
  }
  return new Error("***");
}

/** The system's code, such as ECONNRESET, which runtimes put on the error or on its cause. */
function codeOf(cause: unknown): string {
  const { code, cause: inner } = (cause ?? {}) as { code?: unknown; cause?: { code?: unknown } };
  const text = [code, inner?.code].find((given) => typeof given === "string" && /^[A-Z_\d]+$/.test(given));
  return text ? ` (${text})` : "";
}

/** Tells the client's hook and logger about an event. Never throws. */
export function emit(name: keyof Hooks, call: Call, tell?: () => Partial<CallEvent>): void {
  const { hooks, logger } = call.settings;
  if (!hooks && !logger) return;
  const { operation, method, url, attempts, durationMs } = call;
  const details = tell?.();
  const status = details?.error?.status;
  const event = { operation, method, url, attempt: attempts, durationMs, ...(status && { status }), ...details };
  const level = name === "onError" ? "error" : name === "onRetry" ? "warn" : "debug";
  Object.freeze(event);
  quietly(() => hooks?.[name]?.(event));
  quietly(() => logger?.[level]?.(`serviceform ${name}: ${operation} ${method} ${url}`, event));
}

/** Runs an observer, which must not affect the call that it observes. */
export async function quietly(tell: () => unknown): Promise<void> {
  try {
    await tell();
  } catch {}
}
