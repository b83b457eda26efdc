import { apiKeyHeader, usesBodyMedia, usesMedia, usesSecuritySchemes } from "@serviceform/types";
import type { FetchInit } from "../options/fetch.js";
import type { Call } from "../request/call.js";
import { isStream } from "../request/is-stream.js";
import { toFailure } from "./connection-failure.js";
import type { Deadline } from "./deadline.js";
import { notify } from "./notify.js";
import { openDownload } from "./open-download.js";
import type { Failure, Outcome } from "./outcome.js";
import { cancelBody, findUnreadable } from "./read-body.js";
import { readSuccess } from "./read-success.js";
import { resolveApiKey, toKeyFailure } from "./resolve-api-key.js";
import { placeCredentials, resolveCredentials } from "./resolve-credentials.js";
import { headersOf, isRedirect, isResponse, readRequestId } from "./response.js";
import { parseRetryAfter } from "./retry-after.js";
import { preventCaching, preventRuntimeRetries } from "./runtime-quirks.js";

export interface AttemptResult {
  readonly outcome: Outcome;
  /** Whether `fetch` was called. */
  readonly sent: boolean;
  /** The key of the attempt; empty if there is none. */
  readonly apiKey: string;
  /** The headers of the response, if there was one. */
  readonly headers: Headers | undefined;
}

/** Makes one HTTP request. The body of an error status is not read. */
export async function attempt(call: Call, attempts: number, deadline: Deadline): Promise<AttemptResult> {
  const { apiKey: key, fetch = globalThis.fetch } = call.settings;
  let apiKey = "";
  let sent = false;
  let pendingResponse: Promise<unknown> | undefined;
  let headers: Headers | undefined;
  let outcome: Outcome = NO_RESPONSE;
  try {
    deadline.throwIfInterrupted();
    if (usesSecuritySchemes) apiKey = await resolveCredentials(call, deadline);
    else apiKey = typeof key === "string" ? key : await resolveApiKey(key, deadline);
    // Getting the key took time, and a `fetch` may ignore a signal that has already aborted.
    deadline.throwIfInterrupted();

    notify("onRequest", call, attempts);
    const url = usesSecuritySchemes ? call.requestUrl + placeCredentials(call, apiKey).query : call.requestUrl;
    const init = createInit(call, apiKey, deadline.signal);
    sent = true;
    pendingResponse = Promise.resolve(fetch(url, init));
    const response = await deadline.race(pendingResponse);
    if (isResponse(response)) {
      headers = headersOf(response);
      notifyResponse(call, attempts, response, apiKey);
      outcome = await readOutcome(call, response, deadline);
    }
  } catch (cause) {
    outcome = deadline.interruption ?? (sent ? toFailure(cause, headers) : toKeyFailure(cause));
    // A `fetch` that ignores its signal may still return a response.
    if (deadline.interruption) pendingResponse?.then(cancelBody, () => {});
  }
  return { outcome, sent, apiKey, headers };
}

const NO_RESPONSE: Failure = {
  kind: "connection",
  cause: undefined,
  problem: "fetch did not return a Response",
  ambiguous: true,
  transient: false,
};

function createInit(call: Call, apiKey: string, signal: AbortSignal): FetchInit {
  const { settings, body, operation } = call;
  const json = "application/json";
  const accept = usesMedia && operation.accept !== undefined ? operation.accept : json;
  const headers: Record<string, string> = {
    accept,
    ...settings.headers,
    ...(usesSecuritySchemes ? placeCredentials(call, apiKey).headers : { [apiKeyHeader]: apiKey }),
  };
  const init: FetchInit = { method: operation.method, headers, redirect: "manual", signal };
  if (body !== undefined) {
    headers["content-type"] = json;
    init.body = body;
    if (usesBodyMedia) describeBody(init, operation, body);
  }
  preventCaching(init);
  if (operation.writes) preventRuntimeRetries(init);
  return init;
}

/** Sets the content type, except for a form: the platform adds that with the boundary. */
function describeBody(init: FetchInit, { contentType }: Call["operation"], body: unknown): void {
  if (contentType === undefined) return;
  const { type } = Object(body) as { readonly type?: string };
  if (body instanceof FormData) delete init.headers["content-type"];
  else init.headers["content-type"] = type || contentType;
  if (isStream(body)) init.duplex = "half";
}

function notifyResponse(call: Call, attempts: number, response: Response, apiKey: string): void {
  notify("onResponse", call, attempts, () => {
    const { status } = response;
    const requestId = readRequestId(headersOf(response), apiKey);
    return requestId ? { status, requestId } : { status };
  });
}

/** Classifies a response by its status and headers, and reads the body of a success. */
function readOutcome(call: Call, response: Response, deadline: Deadline): Outcome | Promise<Outcome> {
  if (isRedirect(response)) return { kind: "redirect", response };

  const { status } = response;
  const unreadable = findUnreadable(response);
  if (status < 200 || status > 299) {
    const retryAfterMs = parseRetryAfter(headersOf(response), status);
    return { kind: "status", response, status, retryAfterMs, unreadable, text: "" };
  }
  if (unreadable) return { kind: "invalid-body", response, problem: unreadable, preview: "" };
  return call.streaming ? openDownload(call, response, deadline) : readSuccess(call, response, deadline);
}
