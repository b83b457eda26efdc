import { gzipSync } from "node:zlib";
import type { Case } from "./case.ts";
import { elements, text } from "./tricky-elements.ts";

const line = "GET /leads";
const packed = gzipSync(text);
const gzip = { "content-encoding": "gzip", "content-type": "application/json" };

export const compressed: Case[] = [
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
    client: { retries: { limit: 1, baseDelayMs: 1 } },
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
