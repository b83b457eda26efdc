import { apiKeyHeader } from "@serviceform/types";
import { cancelBody, isUnreadable } from "./body.js";
import type { Call } from "./call.js";
import { isControlFlow, toFailure } from "./connection.js";
import { copyCause } from "./copy-cause.js";
import type { Deadline } from "./deadline.js";
import { parseApiKey } from "./guards.js";
import { InvalidInput } from "./invalid-input.js";
import type { FetchInit } from "./options.js";
import type { Failure, Outcome } from "./outcome.js";
import { readSuccess } from "./read-success.js";
import { createRedact } from "./redact.js";
import { emit } from "./report.js";
import { headersOf, isRedirect, isResponse } from "./response.js";
import { readRetryAfter } from "./retry-after.js";
import { openDownload } from "./stream.js";

/** Sends a call once and says how that ended. An error status comes with its body unread. */
export async function attempt(call: Call, deadline: Deadline): Promise<Outcome> {
  call.headers = undefined;
  if (deadline.interruption) return deadline.interruption;
  const { apiKey } = call.settings;
  if (typeof apiKey === "string") call.key = apiKey;
  else {
    // Looked at once more, since the key took time: a fetch may not see a signal that has aborted before.
    const ended = (await loadKey(call, apiKey, deadline)) ?? deadline.interruption;
    if (ended) return ended;
  }
  emit("onRequest", call);
  call.sent = true;
  const { fetch = globalThis.fetch } = call.settings;
  const init = requestInit(call, deadline.signal);
  let pending: Promise<unknown> | undefined;
  try {
    pending = Promise.resolve(fetch(call.target, init));
    const response = await deadline.guard(pending);
    return isResponse(response) ? await readOutcome(call, response, deadline) : NO_RESPONSE;
  } catch (cause) {
    if (!deadline.interruption) return toFailure(cause);
    // A fetch that ignores its signal may still bring a response.
    pending?.then(cancelBody, () => {});
    return deadline.interruption;
  }
}

/** Asks the function for the key; returns why there is none. */
async function loadKey(call: Call, ask: () => unknown, deadline: Deadline): Promise<Failure | undefined> {
  try {
    call.key = parseApiKey(await deadline.guard(askForKey(ask)));
    return undefined;
  } catch (cause) {
    if (deadline.interruption) return deadline.interruption;
    return cause instanceof InvalidInput ? { kind: "invalid-key", error: cause } : { kind: "rethrown", error: cause };
  }
}

/** Rejects with `InvalidInput`, or with what steers a framework: the function may read a cookie of the request in hand. */
async function askForKey(ask: () => unknown): Promise<unknown> {
  try {
    return await ask();
  } catch (cause) {
    if (isControlFlow(cause)) throw cause;
    throw new InvalidInput("api_key_function_failed", "apiKey", "apiKey must return the key; the function failed", {
      cause: copyCause(cause, createRedact("", "")),
    });
  }
}

const NO_RESPONSE: Failure = {
  kind: "connection",
  cause: undefined,
  problem: "fetch did not return a Response",
  ambiguous: true,
  transient: false,
};

function requestInit({ settings, body, key, method, shape }: Call, signal: AbortSignal): FetchInit {
  const json = "application/json";
  const headers: Record<string, string> = { accept: json, ...settings.headers, [apiKeyHeader]: key };
  const init: FetchInit = { method, headers, redirect: "manual", signal };
  if (body !== undefined) {
    headers["content-type"] = json;
    init.body = body;
  }
  // Responses hold personal data, which frameworks and browsers would keep.
  if (hasCacheOption()) init.cache = "no-store";
  // Bun sends a write again by itself when a connection that is kept alive is lost, Deno (issue 35610) one with any body
  // but a stream, which that of a Blob is.
  if (shape.writes) init.keepalive = false;
  if (shape.writes && "Deno" in globalThis) init.body = new Blob(body ? [body] : []) as Blob & string;
  return init;
}

/**
 * Old workers reject the option, and the polyfill of React Native changes the URL for it; neither has it on its requests.
 * Node.js takes it, and loads much where it is asked for its `Request`.
 */
function hasCacheOption(): boolean {
  const globals = globalThis as { process?: { versions?: { node?: string } }; Request?: { prototype: object } };
  return !!globals.process?.versions?.node || (!!globals.Request && "cache" in globals.Request.prototype);
}

/** Decides what a response is by its head, and reads the body of a success. */
function readOutcome(call: Call, response: Response, deadline: Deadline): Outcome | Promise<Outcome> {
  const { status } = response;
  const headers = headersOf(response);
  call.headers = headers;
  emit("onResponse", call, () => ({ status }));
  if (isRedirect(response)) return { kind: "redirect", response };
  const unreadable = isUnreadable(response);
  if (status < 200 || status > 299) {
    return { kind: "status", response, status, retryAfterMs: readRetryAfter(headers, status), unreadable };
  }
  if (unreadable) {
    return { kind: "malformed", response, problem: "the body was read before fetch returned it", preview: "" };
  }
  return (call.streams ? openDownload : readSuccess)(call, response, deadline);
}
