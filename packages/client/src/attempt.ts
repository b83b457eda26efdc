import { apiKeyHeader } from "@serviceform/types";
import { discard } from "./body.js";
import type { Call } from "./call.js";
import type { Deadline } from "./deadline.js";
import { readRetryAfter } from "./decide.js";
import { ConfigurationError } from "./errors.js";
import { checkKey } from "./guards.js";
import type { Outcome } from "./outcome.js";
import { readSuccess } from "./read-success.js";
import { refuse } from "./refuse.js";
import { emit } from "./report.js";
import { openDownload } from "./stream.js";

/** Sends a call once and says how that ended; never throws. An error status comes with its body unread. */
export async function attempt(call: Call, deadline: Deadline): Promise<Outcome> {
  const { apiKey, fetch = globalThis.fetch } = call.settings;
  if (deadline.interruption) return deadline.interruption;
  let answer: Promise<Response> | undefined;
  try {
    call.key = typeof apiKey === "string" ? apiKey : await askForKey(apiKey, deadline);
    emit("onRequest", call);
    call.sent = true;
    answer = fetch(call.target, requestInit(call, deadline.signal));
    const response = await deadline.guard(answer);
    const { status } = response;
    emit("onResponse", call, () => ({ status }));
    if (isRedirect(response)) return { kind: "redirect", response };
    if (!response.ok) return { kind: "status", response, status, retryAfterMs: readRetryAfter(response.headers) };
    return await (call.streams ? openDownload : readSuccess)(call, response, deadline);
  } catch (cause) {
    if (deadline.interruption) {
      // A fetch that ignores its signal may still bring an answer.
      answer?.then(discard, () => {});
      return deadline.interruption;
    }
    return cause instanceof ConfigurationError ? { kind: "refused", error: cause } : { kind: "connection", cause };
  }
}

async function askForKey(ask: () => unknown, deadline: Deadline): Promise<string> {
  const key = await deadline.guard((async () => ask())()).catch((cause) => refuse("apiKey", "function failed", cause));
  return checkKey(key);
}

function requestInit({ settings, body, key, method, shape }: Call, signal: AbortSignal): RequestInit {
  const accept = "application/json";
  const headers: Record<string, string> = { accept, ...settings.headers, [apiKeyHeader]: key };
  const init: RequestInit = { method, headers, redirect: "manual", signal };
  if (body !== undefined) {
    headers["content-type"] = accept;
    init.body = body;
  }
  // Bun sends a write again by itself when a connection that is kept alive is lost, Deno (issue 35610) one with any body
  // but a stream, which that of a Blob is.
  if (shape.writes) init.keepalive = false;
  if (shape.writes && "Deno" in globalThis) init.body = new Blob(body ? [body] : []);
  return init;
}

/** Browsers show a redirect as opaque; `redirected` tells of a `fetch` that followed one although it was told not to. */
function isRedirect({ type, redirected, status, headers }: Response): boolean {
  return type === "opaqueredirect" || redirected || (status > 299 && status < 400 && headers.has("location"));
}
