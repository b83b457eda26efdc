import type { Case } from "./case.ts";

type Bad = readonly [name: string, options: Record<string, unknown>];

/** Rejected for a client and for a call alike. */
const bad: Bad[] = [
  ...["timeout", "signals", "retry", "toString", "constructor", "hasOwnProperty"].map(
    (name): Bad => [name, { [name]: 1 }],
  ),
  ...["timeoutMs", "totalTimeoutMs"].flatMap((name) =>
    [0, -1, Number.NaN, Number.NEGATIVE_INFINITY, "5000", null, {}, true, 5n].map(
      (value): Bad => [name, { [name]: value }],
    ),
  ),
  ...[-1, 1.5, Number.NaN, "2", null, true, [1]].map((retries): Bad => ["retries", { retries }]),
  ...[-1, 1.5, Number.NaN, "2", null].map((limit): Bad => ["limit", { retries: { limit } }]),
  ...["baseDelayMs", "maxDelayMs", "maxRetryAfterMs"].flatMap((name) =>
    [-1, Number.NaN, "2", null].map((value): Bad => [name, { retries: { [name]: value } }]),
  ),
  ["attempts", { retries: { attempts: 3 } }],
  ...["x", 5, null, true].map((headers): Bad => ["headers", { headers }]),
  ["retries", { retries: new Map([["limit", 0]]) }],
  ["retries", { retries: new Date(0) }],
  ["retries", { retries: Promise.resolve({ limit: 0 }) }],
  ["validate", { validate: "loud" }],
  ["validate", { validate: "" }],
  ["validate", { validate: null }],
  ["validators", { validate: "warn" }],
  ["validators", { validate: "throw" }],
];

const badForClient: Bad[] = [
  ["signal", { signal: new AbortController().signal }],
  ...[-1, Number.NaN, "100", null].map((budget): Bad => ["budget", { retries: { budget } }]),
  ...[0, -1, 1.5, Number.NaN, "3", null].map((maxConcurrency): Bad => ["maxConcurrency", { maxConcurrency }]),
  ...["x", {}, null].map((fetch): Bad => ["fetch", { fetch }]),
  ...["x", 5, null].map((hooks): Bad => ["hooks", { hooks }]),
  ["onRequst", { hooks: { onRequst: () => {} } }],
  ...["x", 5, null].map((onRetry): Bad => ["onRetry", { hooks: { onRetry } }]),
  ...["x", 5, null].map((logger): Bad => ["logger", { logger }]),
  ...["debug", "info", "warn", "error"].flatMap((level) =>
    ["x", null, {}].map((value): Bad => [`logger.${level}`, { logger: { [level]: value } }]),
  ),
  ["hooks", { hooks: new Map([["onRetry", () => {}]]) }],
  ...["x", 5, null].map((validators): Bad => ["validators", { validators }]),
  ...[0, -1, 1.5, Number.NaN, "3", null].map((maxResponseBytes): Bad => ["maxResponseBytes", { maxResponseBytes }]),
  ...[{}, { default: {} }].map((validators): Bad => ["validators", { validate: "throw", validators }]),
  ["extra", { extra: {} }],
  ...["yes", 1, null].map((dangerouslyAllowBrowser): Bad => ["dangerouslyAllowBrowser", { dangerouslyAllowBrowser }]),
  ...["yes", 1, null].map((allowInsecureHttp): Bad => ["allowInsecureHttp", { allowInsecureHttp }]),
];

const badForCall: Bad[] = [
  ["budget", { retries: { budget: 5 } }],
  ["apiKey", { apiKey: "x" }],
  ["baseUrl", { baseUrl: "https://evil.example" }],
  ["fetch", { fetch: () => {} }],
  ["maxConcurrency", { maxConcurrency: 1 }],
  ["hooks", { hooks: {} }],
  ["maxResponseBytes", { maxResponseBytes: 5 }],
  ...["x", 5, null, ["query"], new Map([["query", {}]])].map((extra): Bad => ["extra", { extra }]),
  ["extra.headers", { extra: { headers: {} } }],
  ...["query", "body"].flatMap((part) =>
    ["x", 5, null, () => {}].map((value): Bad => [`extra.${part}`, { extra: { [part]: value } }]),
  ),
  ...["x", {}, null, { aborted: false }].map((signal): Bad => ["signal", { signal }]),
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
    ([name, client]): Case => ({
      title: "createClient rejects an invalid option by name",
      name: show(client),
      client,
      expect: { error: "ConfigurationError", messageIncludes: [name] },
    }),
  ),
  ...[...bad, ...badForCall].map(
    ([name, options]): Case => ({
      title: "a call rejects an invalid option by name",
      name: show(options),
      options,
      expect: { error: "ConfigurationError", messageIncludes: [name], with: { operation: "listLeads", attempts: 0 } },
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
