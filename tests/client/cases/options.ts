import type { Case } from "./case.ts";

type Bad = readonly [message: string, options: Record<string, unknown>];

const unknown = (name: string, value: unknown): Bad => [`unknown option "${name}"`, { [name]: value }];

/** Rejected for a client and for a call alike. */
const bad: Bad[] = [
  ...["timeout", "signals", "retry", "toString", "constructor", "hasOwnProperty"].map((name) => unknown(name, 1)),
  ...["timeoutMs", "totalTimeoutMs"].flatMap((name) =>
    [0, -1, Number.NaN, Number.NEGATIVE_INFINITY, "5000", null, {}, true, 5n].map(
      (value): Bad => [`${name} must be a number of at least 1`, { [name]: value }],
    ),
  ),
  ...[-1, 1.5, Number.NaN, "2", null, true].map(
    (retries): Bad => ["retries must be an integer of at least 0 or an object", { retries }],
  ),
  ...[[1], new Map([["limit", 0]]), new Date(0), Promise.resolve({ limit: 0 })].map(
    (retries): Bad => ["retries must be a plain object", { retries }],
  ),
  ...[-1, 1.5, Number.NaN, "2", null].map(
    (limit): Bad => ["retries.limit must be an integer of at least 0", { retries: { limit } }],
  ),
  ...["baseDelayMs", "maxDelayMs", "maxRetryAfterMs"].flatMap((name) =>
    [-1, Number.NaN, "2", null].map(
      (value): Bad => [`retries.${name} must be a number of at least 0`, { retries: { [name]: value } }],
    ),
  ),
  ['unknown option "retries.attempts"', { retries: { attempts: 3 } }],
  ...["x", 5, null, true].map((headers): Bad => ["headers must be an object", { headers }]),
  ...["loud", "", null].map((validate): Bad => ["validate must be one of off, warn, throw", { validate }]),
  ...["warn", "throw"].map((validate): Bad => ["validators is required", { validate }]),
];

const badForClient: Bad[] = [
  unknown("signal", new AbortController().signal),
  unknown("extra", {}),
  ...[-1, Number.NaN, "100", null].map(
    (budget): Bad => ["retries.budget must be a number of at least 0", { retries: { budget } }],
  ),
  ...["maxConcurrency", "maxResponseBytes"].flatMap((name) =>
    [0, -1, 1.5, Number.NaN, "3", null].map(
      (value): Bad => [`${name} must be an integer of at least 1`, { [name]: value }],
    ),
  ),
  ...["x", {}, null].map((fetch): Bad => ["fetch must be a function", { fetch }]),
  ...["hooks", "logger"].flatMap((name) =>
    ["x", 5, null, [], new Map([["onRetry", () => {}]])].map(
      (value): Bad => [`${name} must be an object`, { [name]: value }],
    ),
  ),
  ['unknown option "hooks.onRequst"', { hooks: { onRequst: () => {} } }],
  ...["x", 5, null].map((onRetry): Bad => ["hooks.onRetry must be a function", { hooks: { onRetry } }]),
  ...["debug", "info", "warn", "error"].flatMap((level) =>
    ["x", null, {}].map((value): Bad => [`logger.${level} must be a function`, { logger: { [level]: value } }]),
  ),
  ...["x", 5, null].map((validators): Bad => ["validators must be an object", { validators }]),
  ...[{}, { default: {} }, { getItem: {} }].map(
    (validators): Bad => ["validators is required", { validate: "throw", validators }],
  ),
  ...["dangerouslyAllowBrowser", "allowInsecureHttp"].flatMap((name) =>
    ["yes", 1, null].map((value): Bad => [`${name} must be a boolean`, { [name]: value }]),
  ),
];

const badForCall: Bad[] = [
  ['unknown option "retries.budget"', { retries: { budget: 5 } }],
  unknown("apiKey", "x"),
  unknown("baseUrl", "https://evil.example"),
  unknown("fetch", () => {}),
  unknown("maxConcurrency", 1),
  unknown("hooks", {}),
  unknown("maxResponseBytes", 5),
  ...["x", 5, null].map((extra): Bad => ["extra must be an object", { extra }]),
  ...[["query"], new Map([["query", {}]])].map((extra): Bad => ["extra must be a plain object", { extra }]),
  ['unknown option "extra.headers"', { extra: { headers: {} } }],
  ...["query", "body"].flatMap((part) =>
    ["x", 5, null, () => {}].map((value): Bad => [`extra.${part} must be an object`, { extra: { [part]: value } }]),
  ),
  ...["x", {}, null, { aborted: false }].map((signal): Bad => ["signal must be an AbortSignal", { signal }]),
];

function show(options: object): string {
  return JSON.stringify(options, (_, value) => {
    if (typeof value === "bigint") return `${value}n`;
    const isJson = typeof value !== "number" || Number.isFinite(value);
    return isJson && typeof value !== "function" && !(value instanceof Map) ? value : String(value);
  });
}

export const options: Case[] = [
  ...[...bad, ...badForClient].map(
    ([message, client]): Case => ({
      title: "createClient rejects an invalid option",
      name: show(client),
      client,
      expect: { error: "ConfigurationError", messageIncludes: [message] },
    }),
  ),
  ...[...bad, ...badForCall].map(
    ([message, options]): Case => ({
      title: "a call rejects an invalid option",
      name: show(options),
      options,
      expect: {
        error: "ConfigurationError",
        messageIncludes: [message],
        with: { operation: "listLeads", attempts: 0 },
      },
    }),
  ),
  {
    title: "a stream rejects an unknown option by name",
    by: "stream",
    options: { timeout: 1 },
    expect: { error: "ConfigurationError", messageIncludes: ["timeout"] },
  },
  {
    title: "options that are undefined are ignored",
    client: {
      timeoutMs: undefined,
      retries: undefined,
      headers: undefined,
      hooks: undefined,
      logger: undefined,
      maxConcurrency: undefined,
      maxResponseBytes: undefined,
      validate: undefined,
      validators: undefined,
      allowInsecureHttp: undefined,
    },
    options: {
      timeoutMs: undefined,
      totalTimeoutMs: undefined,
      retries: undefined,
      headers: undefined,
      signal: undefined,
      validate: undefined,
      extra: undefined,
    },
    responses: [{ status: 503 }, { json: [] }],
    requests: ["GET /leads", "GET /leads"],
    expect: { data: [] },
  },
  {
    title: "members of options that are undefined are ignored",
    client: {
      hooks: { onRequest: undefined, onResponse: undefined, onRetry: undefined, onError: undefined },
      logger: { debug: undefined, info: undefined, warn: undefined, error: undefined },
      retries: { limit: undefined, baseDelayMs: 1, budget: undefined },
      headers: { "x-one": undefined },
    },
    options: {
      retries: { limit: undefined },
      headers: { "x-two": undefined },
      extra: { query: undefined, body: undefined },
    },
    responses: [{ status: 503 }, { json: [] }],
    requests: ["GET /leads", { line: "GET /leads", headers: { "x-one": undefined, "x-two": undefined } }],
    expect: { data: [] },
  },
  {
    title: "retries: 0 sends once",
    client: { retries: 0 },
    responses: [{ status: 503 }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", with: { attempts: 1 } },
  },
  {
    title: "the retries of a call replace those of the client",
    client: { retries: 0 },
    options: { retries: { limit: 1, baseDelayMs: 1 } },
    responses: [{ status: 503 }, { status: 503 }],
    requests: ["GET /leads", "GET /leads"],
    expect: { error: "ApiError", with: { attempts: 2 } },
  },
  {
    title: "a call that replaces one retry option keeps the others",
    client: { retries: { limit: 4, baseDelayMs: 1 } },
    options: { retries: { maxDelayMs: 2 } },
    responses: [1, 2, 3, 4, 5].map(() => ({ status: 503 })),
    requests: [1, 2, 3, 4, 5].map(() => "GET /leads"),
    expect: { error: "ApiError", with: { attempts: 5 } },
  },
];
