import { apiKeyHeader } from "@serviceform/types";
import { checkApiKey } from "./api-key.js";
import { discard, readSuccess } from "./body.js";
import type { Call } from "./call.js";
import type { Deadline } from "./deadline.js";
import { emit } from "./emit.js";
import { ConfigurationError } from "./errors.js";
import type { Outcome } from "./outcome.js";
import { readRetryAfter } from "./retry-after.js";
import type { Settings } from "./settings.js";
import { openStream } from "./stream.js";

/** Sends a call once and says how that ended; never throws. An error status comes with its body unread. */
export async function attempt(call: Call, settings: Settings, deadline: Deadline): Promise<Outcome> {
  let answer: Promise<Response> | undefined;
  try {
    const key = typeof settings.apiKey === "string" ? settings.apiKey : await askForKey(settings.apiKey, deadline);
    emit(settings, "onRequest", call);
    const send = settings.fetch ?? globalThis.fetch;
    call.key = key;
    call.sent = true;
    answer = send(call.target, requestInit(call, settings, key, deadline.signal));
    const response = await deadline.guard(answer);
    emit(settings, "onResponse", call, () => ({ status: response.status }));
    if (isRedirect(response)) return { kind: "redirect", response };
    if (!response.ok) {
      return { kind: "status", response, status: response.status, retryAfterMs: readRetryAfter(response.headers) };
    }
    return await (call.streams ? openStream(call, response, deadline) : readSuccess(call.shape, response, deadline));
  } catch (cause) {
    if (cause instanceof ConfigurationError) return { kind: "refused", error: cause };
    if (!deadline.interruption) return { kind: "connection", cause };
    // A fetch that ignores its signal may still bring an answer.
    answer?.then(discard, () => {});
    return deadline.interruption;
  }
}

async function askForKey(ask: () => unknown, deadline: Deadline): Promise<string> {
  let key: unknown;
  try {
    key = await deadline.guard(Promise.resolve(ask()));
  } catch (cause) {
    if (deadline.interruption) throw cause;
    throw new ConfigurationError("apiKey", "could not be had: its function failed", undefined, { cause });
  }
  return checkApiKey(key);
}

function requestInit(call: Call, settings: Settings, key: string, signal: AbortSignal): RequestInit {
  const headers: Record<string, string> = {
    accept: "application/json",
    ...settings.headers,
    ...call.headers,
    [apiKeyHeader]: key,
  };
  const init: RequestInit = { method: call.method, headers, redirect: "manual", signal };
  if (call.body !== undefined) {
    headers["content-type"] = "application/json";
    init.body = call.body;
  }
  return init;
}

/** Browsers show a redirect as opaque; `redirected` tells of a `fetch` that followed one although it was told not to. */
function isRedirect({ type, redirected, status, headers }: Response): boolean {
  return type === "opaqueredirect" || redirected || (status >= 300 && status < 400 && headers.has("location"));
}
