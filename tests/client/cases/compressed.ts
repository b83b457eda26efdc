import { gzipSync } from "node:zlib";
import type { Case } from "./case.ts";
import { elements, text } from "./tricky-elements.ts";

const line = "GET /leads";
const packed = gzipSync(text);
const gzip = { "content-encoding": "gzip", "content-type": "application/json" };

export const compressed: Case[] = [
  ...(["method", "safe", "stream"] as const).flatMap((by): Case[] => [
    {
      title: "a compressed response is read",
      name: by,
      by,
      on: "loopback",
      responses: [{ body: packed, headers: gzip }],
      requests: [line],
      expect: { data: elements },
    },
    {
      title: "a compressed error is read",
      name: by,
      by,
      on: "loopback",
      responses: [
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
        title: "a compressed response that breaks off is a ConnectionError",
        name: `${by}, ${framing}`,
        by,
        on: "loopback",
        client: { retries: 0 },
        responses: [{ body: packed, headers: gzip, breaksAfter: packed.length >> 1, framing }],
        requests: [line],
        expect: { error: "ConnectionError", with: { attempts: 1, status: undefined } },
      },
      {
        title: "a compressed response whose end was never sent is a ResponseError",
        name: `${by}, ${framing}`,
        by,
        on: "loopback",
        client: { retries: 0 },
        responses: [{ body: packed.subarray(0, packed.length >> 1), headers: gzip, framing }],
        requests: [line],
        expect: { error: "ResponseError", with: { attempts: 1, status: 200 } },
      },
    ]),
  ]),
  {
    title: "a compressed response that breaks off is retried",
    on: "loopback",
    client: { retries: { limit: 1, baseDelayMs: 1 } },
    responses: [{ body: packed, headers: gzip, breaksAfter: packed.length >> 1 }, { json: [] }],
    requests: [line, line],
    expect: { data: [] },
  },
  {
    title: "a body that is not compressed as its header states is a ConnectionError",
    on: "loopback",
    client: { retries: 0 },
    responses: [{ body: "[1]", headers: { "content-encoding": "gzip" } }],
    requests: [line],
    expect: { error: "ConnectionError" },
  },
];
