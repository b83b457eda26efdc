import type { Case } from "./case.ts";

/** The virtual clock starts at this time, and `Math.random()` returns 0.5: the first random delay is 250 ms. */
const NOW = Date.UTC(2025, 0, 1);
const RANDOM_MS = 250;

/** Values of Retry-After with the delay that they request, in milliseconds. */
const valid: (readonly [value: string, ms: number])[] = [
  ["0", 0],
  ["1", 1_000],
  ["1.25", 1_250],
  ["007", 7_000],
  ["86400", 86_400_000],
  ["99999999999999999999", 1e23],
  // From a gateway and from the API.
  ["7, 9", 7_000],
  ["Wed, 01 Jan 2025 00:00:03 GMT", 3_000],
  ["Wednesday, 01-Jan-25 00:00:03 GMT", 3_000],
  ["Wed Jan  1 00:00:03 2025", 3_000],
  ["Fri Jan 10 00:00:00 2025", 777_600_000],
  ["Fri, 31 Dec 9999 23:59:59 GMT", Date.UTC(9999, 11, 31, 23, 59, 59) - NOW],
  ["Wed, 01 Jan 2025 00:00:00 GMT", 0],
  ["Tue, 31 Dec 2024 23:00:00 GMT", 0],
];
// `Date.parse` of some engines takes the last ones for dates.
const invalid = [
  ...["soon", "soon, 7", "-5", "-1", "1e3", "0x10", "", "NaN", "Infinity", "[object Object]"],
  ...["12abc", "1 2", "1.", ".5", "1.x", "1,5"],
  ...["Wed", "2025-01-01", "2030-01-01", "1 Jan 2030", "No 5"],
];

type Headers = Readonly<Record<string, string>>;

/** Other headers with the delay that they request; undefined for none, or an invalid one. */
const others: (readonly [headers: Headers, status: number, ms: number | undefined])[] = [
  // Dates are compared with the `date` header of the response.
  [{ date: "Sun, 01 Jun 2025 00:00:00 GMT", "retry-after": "Sun, 01 Jun 2025 00:00:02 GMT" }, 503, 2_000],
  [{ date: "Tue, 31 Dec 2024 12:00:00 GMT", "retry-after": "Tue, 31 Dec 2024 12:00:02 GMT" }, 429, 2_000],
  [{ date: "yesterday", "retry-after": "Wed, 01 Jan 2025 00:00:02 GMT" }, 429, 2_000],
  [{ "retry-after-ms": "700" }, 429, 700],
  [{ "retry-after-ms": "700", "retry-after": "9", "ratelimit-reset": "3" }, 429, 700],
  [{ "retry-after-ms": "soon", "retry-after": "9", "ratelimit-reset": "3" }, 429, 9_000],
  [{ "retry-after-ms": "soon", "retry-after": "soon", "ratelimit-reset": "3" }, 429, 3_000],
  // A reset requests a delay if the limit is exceeded.
  [{ "ratelimit-reset": "3" }, 429, 3_000],
  [{ "ratelimit-reset": "3", "ratelimit-remaining": "5" }, 429, 3_000],
  [{ "ratelimit-reset": "3", "ratelimit-remaining": "0" }, 503, 3_000],
  [{ "ratelimit-reset": "3", "x-ratelimit-remaining": "0" }, 503, 3_000],
  [{ "ratelimit-reset": "3", "ratelimit-remaining": "5" }, 503, undefined],
  [{ "ratelimit-reset": "3" }, 503, undefined],
  [{ "ratelimit-reset": "tomorrow" }, 429, undefined],
  [{ "x-ratelimit-reset": "4" }, 429, 4_000],
  [{ "x-ratelimit-reset": "999999999" }, 429, 999_999_999_000],
  // From here on, it is a point in time: in seconds, then in milliseconds.
  [{ "x-ratelimit-reset": "1000000000" }, 429, 0],
  [{ "x-ratelimit-reset": `${NOW / 1_000 + 5}` }, 429, 5_000],
  [{ "x-ratelimit-reset": "999999999999" }, 429, 999_999_999_999_000 - NOW],
  [{ "x-ratelimit-reset": "1000000000000" }, 429, 0],
  [{ "x-ratelimit-reset": `${NOW + 5_000}` }, 429, 5_000],
];

const twice = ["GET /leads", "GET /leads"];

export const retryAfter: Case[] = [
  ...valid.map(([value, ms]) => requestsDelay("a valid Retry-After is read", { "retry-after": value }, 503, ms)),
  ...invalid.map((value) => requestsDelay("an invalid Retry-After is ignored", { "retry-after": value }, 503)),
  ...others.map((row) => requestsDelay("the headers of a response request a delay", ...row)),
  ...[429, 503, 500].map(
    (status): Case => ({
      title: "a Retry-After up to maxRetryAfterMs is the delay before a retry, with jitter",
      name: `${status}`,
      on: "memory",
      responses: [{ status, headers: { "retry-after": "60" } }, { json: [] }],
      requests: twice,
      expect: { data: [] },
      takesMs: 60_000 + RANDOM_MS,
    }),
  ),
  {
    title: "an invalid Retry-After does not change the delay",
    on: "memory",
    responses: [{ status: 503, headers: { "retry-after": "soon" } }, { json: [] }],
    requests: twice,
    expect: { data: [] },
    takesMs: RANDOM_MS,
  },
  {
    title: "a Retry-After above maxRetryAfterMs ends the call at once",
    on: "memory",
    responses: [{ status: 503, headers: { "retry-after": "60.001" }, json: { message: "busy" } }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", with: { status: 503, body: { message: "busy" }, attempts: 1, retryAfterMs: 60_001 } },
    takesMs: 0,
  },
  {
    title: "the cap is an option",
    client: { retries: { maxRetryAfterMs: 0 } },
    responses: [{ status: 429, headers: { "retry-after": "1" } }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", with: { attempts: 1, retryAfterMs: 1_000 } },
  },
  {
    title: "a create is retried after 429 with Retry-After",
    on: "memory",
    operation: "createItem",
    input: { spaceId: "s", primary_field: "x" },
    responses: [{ status: 429, headers: { "retry-after": "5" } }, { json: { id: "i" } }],
    requests: ["POST /flex/spaces/s/items", "POST /flex/spaces/s/items"],
    expect: { data: { id: "i" } },
    takesMs: 5_000 + RANDOM_MS,
  },
  {
    title: "a delay above the maximum of timers does not end at once",
    on: "memory",
    client: { retries: { maxRetryAfterMs: Number.POSITIVE_INFINITY }, totalTimeoutMs: Number.POSITIVE_INFINITY },
    responses: [{ status: 503, headers: { "retry-after": "4294967296" } }],
    abort: { at: 60_000, reason: "enough" },
    requests: ["GET /leads"],
    expect: { reason: "enough" },
    takesMs: 60_000,
  },
];

/** The error of a response has the delay. */
function requestsDelay(title: string, headers: Headers, status: number, ms?: number): Case {
  return {
    title,
    name: `${status} with ${JSON.stringify(headers)}, ${ms} ms`,
    on: "memory",
    client: { retries: 0 },
    responses: [{ status, headers }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", with: { retryAfterMs: ms } },
  };
}
