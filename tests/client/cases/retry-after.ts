import type { Case } from "./case.ts";

/** The virtual clock starts at 2025-01-01T00:00:00Z, and `Math.random()` returns 0.5: the first random delay is 250 ms. */
const RANDOM_MS = 250;

const waits: (readonly [value: string, ms: number])[] = [
  ["0", 0],
  ["1", 1_000],
  ["2", 2_000],
  ["60", 60_000],
  ["007", 7_000],
  ["Wed, 01 Jan 2025 00:00:03 GMT", 3_000],
  ["Wednesday, 01-Jan-25 00:00:03 GMT", 3_000],
  ["Wed, 01 Jan 2025 00:00:00 GMT", 0],
  ["Tue, 31 Dec 2024 23:00:00 GMT", 0],
];
const garbage = [
  "soon",
  "-5",
  "-1",
  "1e3",
  "0x10",
  "",
  "NaN",
  "Infinity",
  "12abc",
  "1 2",
  "Wed",
  "2025-01-01",
  "[object Object]",
  "1,5",
];
const tooLong: (readonly [value: string, ms: number])[] = [
  ["61", 61_000],
  ["86400", 86_400_000],
  ["99999999999999999999", 1e23],
  ["Wed, 01 Jan 2025 00:01:01 GMT", 61_000],
  ["Fri, 31 Dec 9999 23:59:59 GMT", Date.UTC(9999, 11, 31, 23, 59, 59) - Date.UTC(2025, 0, 1)],
];

const twice = ["GET /leads", "GET /leads"];

/** Headers with the delay that they set, in milliseconds; undefined for none, or an invalid one. */
const delays: (readonly [headers: Readonly<Record<string, string>>, status: number, ms: number | undefined])[] = [
  [{ "retry-after-ms": "700" }, 429, 700],
  [{ "retry-after-ms": "700", "retry-after": "9" }, 503, 700],
  [{ "retry-after-ms": "soon", "retry-after": "9" }, 503, 9_000],
  [{ "ratelimit-remaining": "0", "ratelimit-reset": "3" }, 429, 3_000],
  [{ "ratelimit-remaining": "0", "ratelimit-reset": "3" }, 503, 3_000],
  [{ "ratelimit-reset": "3" }, 429, 3_000],
  [{ "ratelimit-remaining": "99", "ratelimit-reset": "60" }, 500, undefined],
  [{ "ratelimit-reset": "60" }, 502, undefined],
  [{ "ratelimit-reset": "3", "retry-after": "2" }, 429, 2_000],
  [{ "x-ratelimit-remaining": "0", "x-ratelimit-reset": "4" }, 429, 4_000],
  [{ "x-ratelimit-reset": `${Date.UTC(2025, 0, 1) / 1_000 + 5}` }, 429, 5_000],
  [{ "x-ratelimit-reset": `${Date.UTC(2025, 0, 1) + 5_000}` }, 429, 5_000],
  [{ "ratelimit-reset": "tomorrow" }, 429, undefined],
  // Dates are compared with the `date` header of the response, and all forms are UTC.
  [{ date: "Sun, 01 Jun 2025 00:00:00 GMT", "retry-after": "Sun, 01 Jun 2025 00:00:02 GMT" }, 503, 2_000],
  [{ date: "Tue, 31 Dec 2024 12:00:00 GMT", "retry-after": "Tue, 31 Dec 2024 12:00:02 GMT" }, 429, 2_000],
  [{ date: "yesterday", "retry-after": "Wed, 01 Jan 2025 00:00:02 GMT" }, 429, 2_000],
  [{ "retry-after": "Wed Jan  1 00:00:03 2025" }, 503, 3_000],
];

export const retryAfter: Case[] = [
  ...delays.map(
    ([headers, status, ms]): Case => ({
      title: "the headers of a response set the delay",
      name: `${status} with ${JSON.stringify(headers)}, ${ms} ms`,
      on: "memory",
      responses: [{ status, headers }, { json: [] }],
      requests: twice,
      expect: { data: [] },
      takesMs: (ms ?? 0) + RANDOM_MS,
    }),
  ),
  ...[429, 503, 500].flatMap((status) =>
    waits.map(
      ([value, ms]): Case => ({
        title: "a valid Retry-After is the delay before a retry, with jitter",
        name: `${value} with ${status}, ${ms} ms`,
        on: "memory",
        responses: [{ status, headers: { "retry-after": value } }, { json: [] }],
        requests: twice,
        expect: { data: [] },
        takesMs: ms + RANDOM_MS,
      }),
    ),
  ),
  ...garbage.flatMap((value): Case[] => [
    {
      title: "an invalid Retry-After is ignored",
      name: value,
      on: "memory",
      responses: [{ status: 503, headers: { "retry-after": value } }, { json: [] }],
      requests: twice,
      expect: { data: [] },
      takesMs: RANDOM_MS,
    },
    {
      title: "a create may have succeeded after 503 with an invalid Retry-After",
      name: value,
      on: "memory",
      operation: "createItem",
      input: { spaceId: "s", primary_field: "x" },
      responses: [{ status: 503, headers: { "retry-after": value } }],
      requests: ["POST /flex/spaces/s/items"],
      expect: { error: "ApiError", with: { retryAfterMs: undefined, mayHaveSucceeded: true } },
    },
  ]),
  ...tooLong.map(
    ([value, ms]): Case => ({
      title: "a Retry-After above maxRetryAfterMs ends the call at once",
      name: value,
      on: "memory",
      responses: [{ status: 503, headers: { "retry-after": value }, json: { message: "busy" } }],
      requests: ["GET /leads"],
      expect: { error: "ApiError", with: { status: 503, body: { message: "busy" }, attempts: 1, retryAfterMs: ms } },
      takesMs: 0,
    }),
  ),
  {
    title: "Retry-After in the past is 0",
    client: { retries: 0 },
    responses: [{ status: 429, headers: { "retry-after": "Mon, 01 Jan 2024 00:00:00 GMT" } }],
    requests: ["GET /leads"],
    expect: { error: "ApiError", with: { retryAfterMs: 0 } },
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
