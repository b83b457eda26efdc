import { gzipSync } from "node:zlib";
import type { Answer, Case } from "./case.ts";

const line = "GET /leads";
const elements = [{ id: 'a,]}[{"' }, 'text with \\ and "quotes", é😀', [1, [2, [3]]], null, true, -1.5e3, {}, [], ""];
const text = JSON.stringify(elements);
const bytes = new TextEncoder().encode(text);
const packed = gzipSync(text);
const gzip = { "content-encoding": "gzip", "content-type": "application/json" };
const once = { retries: { limit: 1, baseDelayMs: 1 } };

const chunked = (size: number): Uint8Array[] =>
  Array.from({ length: Math.ceil(bytes.length / size) }, (_, index) =>
    bytes.subarray(index * size, (index + 1) * size),
  );

/** Bodies that are not a JSON array, with the elements that arrive before that shows. */
const wrong: (readonly [name: string, body: string | Uint8Array | string[], before: unknown[]])[] = [
  ["an HTML page", "<!doctype html><p>PRIVATE</p>", []],
  ["an object", '{"message":"PRIVATE"}', []],
  ["a text", '"PRIVATE"', []],
  ["a number", "1", []],
  ["null", "null", []],
  ["nothing but space", " \n ", []],
  ["an array that ends early", '["a","PRIV', ["a"]],
  ["an array without its end", ["[1,2,", "3"], [1, 2]],
  ["an array closed by a brace", "[1}", []],
  ["a trailing comma", "[1,]", []],
  ["a trailing comma between pieces", ["[1,", "]"], [1]],
  ["a leading comma", "[,1]", []],
  ["two commas", "[1,,2]", []],
  ["only a comma", "[,]", []],
  ["content behind the array", "[1] PRIVATE", []],
  ["a second array", "[1][2]", []],
  ["an element that is not JSON", "[1,PRIVATE]", []],
  ["crossed brackets", "[[{]}]", []],
  ["a brace too many", "[1}]", []],
  ["half a byte order mark", new Uint8Array([0xef, 0x5b, 0x31, 0x5d]), []],
  ["a byte order mark behind a space", new Uint8Array([0x20, 0xef, 0xbb, 0xbf, 0x5b, 0x31, 0x5d]), []],
];

export const streams: Case[] = [
  ...[1, 2, 3, 7, 16, 1_000].map(
    (size): Case => ({
      title: `an array in pieces of ${size} bytes`,
      by: "stream",
      answers: [{ body: chunked(size), framing: "chunked" }],
      requests: [line],
      expect: { data: elements },
    }),
  ),
  ...(["[]", " [ ] ", "\ufeff[]", "[\n]"] as const).map(
    (body): Case => ({
      title: `the empty array ${JSON.stringify(body)}`,
      by: "stream",
      answers: [{ body }],
      requests: [line],
      expect: { data: [] },
    }),
  ),
  ...wrong.map(
    ([name, body, before]): Case => ({
      title: `${name} is a ResponseError`,
      by: "stream",
      answers: [{ body, framing: "chunked" }],
      requests: [line],
      expect: { error: "ResponseError", with: { status: 200, attempts: 1 }, elements: before },
    }),
  ),
  ...wrong.map(
    ([name, body]): Case => ({
      title: `${name} is a ResponseError of the plain method too`,
      answers: [{ body, framing: "chunked" }],
      requests: [line],
      expect: { error: "ResponseError", with: { status: 200, attempts: 1 } },
    }),
  ),
  {
    title: "a byte order mark in pieces",
    by: "stream",
    answers: [{ body: [new Uint8Array([0xef]), new Uint8Array([0xbb, 0xbf]), "[1]"], framing: "chunked" }],
    requests: [line],
    expect: { data: [1] },
  },
  {
    title: "a body without bytes is a ResponseError",
    by: "stream",
    answers: [{}],
    requests: [line],
    expect: { error: "ResponseError", with: { bodyPreview: "" } },
  },
  {
    title: "an answer without a body is a ResponseError",
    by: "stream",
    answers: [{ status: 204 }],
    requests: [line],
    expect: { error: "ResponseError", with: { status: 204 } },
  },
  {
    title: "one element of a megabyte",
    by: "stream",
    answers: [
      { body: ['["', ..."abcdefgh".split("").map((letter) => letter.repeat(2 ** 17)), '"]'], framing: "chunked" },
    ],
    requests: [line],
    expect: {
      data: [
        "abcdefgh"
          .split("")
          .map((letter) => letter.repeat(2 ** 17))
          .join(""),
      ],
    },
  },
  {
    title: "a deeply nested element",
    by: "stream",
    answers: [{ body: `${"[".repeat(500)}${"]".repeat(500)}` }],
    requests: [line],
    expect: { data: JSON.parse(`${"[".repeat(500)}${"]".repeat(500)}`) },
  },
  ...([{ status: 503 }, { breaksAfter: "nothing" }, { body: "[1]", breaksAfter: 0 }, { status: 429 }] as Answer[]).map(
    (failure): Case => ({
      title: `a stream is sent again before its first byte: ${JSON.stringify(failure)}`,
      by: "stream",
      client: once,
      answers: [failure, { body: text }],
      requests: [line, line],
      expect: { data: elements },
    }),
  ),
  ...([{ stallsAfter: "nothing" }, { body: "[1]", stallsAfter: 0 }] as Answer[]).map(
    (failure): Case => ({
      title: `a stream whose first byte stays out is sent again: ${JSON.stringify(failure)}`,
      by: "stream",
      client: once,
      options: { timeoutMs: 50 },
      answers: [failure, { body: text }],
      requests: [line, line],
      expect: { data: elements },
    }),
  ),
  ...(["length", "chunked"] as const).map(
    (framing): Case => ({
      title: `a stream that is cut off (${framing}) is not sent again after its first byte`,
      by: "stream",
      client: once,
      answers: [{ body: ["[1,2,", "3,4]"], breaksAfter: 5, framing }],
      requests: [line],
      expect: { error: "ConnectionError", elements: [1, 2], with: { attempts: 1 } },
    }),
  ),
  {
    title: "a stream that stalls between its pieces ends with a TimeoutError",
    by: "stream",
    client: once,
    options: { timeoutMs: 50 },
    answers: [{ body: ["[1,2,", "3,4]"], stallsAfter: 5 }],
    requests: [line],
    expect: { error: "TimeoutError", elements: [1, 2], with: { attempts: 1, limit: "timeoutMs", limitMs: 50 } },
  },
  {
    title: "a stream that stalls and ignores its signal ends with a TimeoutError too",
    by: "stream",
    on: "memory",
    client: once,
    options: { timeoutMs: 50 },
    answers: [{ body: ["[1,2,", "3,4]"], stallsAfter: 5, ignoresSignal: true }],
    requests: [line],
    expect: { error: "TimeoutError", elements: [1, 2], with: { attempts: 1 } },
    takesMs: 50,
  },
  {
    title: "a stream takes longer than timeoutMs and totalTimeoutMs as long as it moves",
    by: "stream",
    options: { timeoutMs: 80, totalTimeoutMs: 90 },
    answers: [{ body: ["[1", ",2", ",3", ",4", "]"], pauseMs: 30, framing: "chunked" }],
    requests: [line],
    expect: { data: [1, 2, 3, 4] },
  },
  {
    title: "an error status of a stream is an ApiError",
    by: "stream",
    answers: [{ status: 401, json: { message: "no key" } }],
    requests: [line],
    expect: { error: "ApiError", with: { status: 401, body: { message: "no key" } }, elements: [] },
  },
  {
    title: "an abort while the stream waits for a piece rejects with its reason",
    by: "stream",
    abort: { at: 30, reason: "left" },
    answers: [{ body: ["[1,2,", "3]"], stallsAfter: 5 }],
    requests: [line],
    expect: { reason: "left", elements: [1, 2] },
  },
  ...(["method", "safe", "stream"] as const).flatMap((by): Case[] => [
    {
      title: `${by}: a compressed answer`,
      by,
      on: "loopback",
      answers: [{ body: packed, headers: gzip }],
      requests: [line],
      expect: { data: elements },
    },
    {
      title: `${by}: a compressed error`,
      by,
      on: "loopback",
      answers: [
        {
          status: 400,
          body: gzipSync('{"message":"packed"}'),
          headers: gzip,
        },
      ],
      requests: [line],
      expect: { error: "ApiError", with: { body: { message: "packed" } } },
    },
    ...(["length", "chunked"] as const).flatMap((framing): Case[] => [
      {
        title: `${by}: a compressed answer (${framing}) that is cut off is a ConnectionError`,
        by,
        on: "loopback",
        client: { retries: 0 },
        answers: [{ body: packed, headers: gzip, breaksAfter: packed.length >> 1, framing }],
        requests: [line],
        expect: { error: "ConnectionError", with: { attempts: 1, status: undefined } },
      },
      {
        title: `${by}: a compressed answer (${framing}) whose end was never sent is a ResponseError`,
        by,
        on: "loopback",
        client: { retries: 0 },
        answers: [{ body: packed.subarray(0, packed.length >> 1), headers: gzip, framing }],
        requests: [line],
        expect: { error: "ResponseError", with: { attempts: 1, status: 200 } },
      },
    ]),
  ]),
  {
    title: "a compressed answer that is cut off is sent again",
    on: "loopback",
    client: once,
    answers: [{ body: packed, headers: gzip, breaksAfter: packed.length >> 1 }, { json: [] }],
    requests: [line, line],
    expect: { data: [] },
  },
  {
    title: "bytes that only say they are compressed are a ConnectionError",
    on: "loopback",
    client: { retries: 0 },
    answers: [{ body: "[1]", headers: { "content-encoding": "gzip" } }],
    requests: [line],
    expect: { error: "ConnectionError" },
  },
];
