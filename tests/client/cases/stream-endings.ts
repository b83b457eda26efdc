import type { Case, ScriptedResponse } from "./case.ts";
import { elements, text } from "./tricky-elements.ts";

const line = "GET /leads";
const once = { retries: { limit: 1, baseDelayMs: 1 } };

export const streamEndings: Case[] = [
  ...(
    [
      { status: 503 },
      { breaksAfter: "nothing" },
      { body: "[1]", breaksAfter: 0 },
      { status: 429 },
    ] as ScriptedResponse[]
  ).map(
    (failure): Case => ({
      title: "a stream that fails before its first byte is retried",
      name: JSON.stringify(failure),
      by: "stream",
      client: once,
      responses: [failure, { body: text }],
      requests: [line, line],
      expect: { data: elements },
    }),
  ),
  ...([{ stallsAfter: "nothing" }, { body: "[1]", stallsAfter: 0 }] as ScriptedResponse[]).map(
    (failure): Case => ({
      title: "a stream that times out before its first byte is retried",
      name: JSON.stringify(failure),
      by: "stream",
      client: once,
      options: { timeoutMs: 50 },
      responses: [failure, { body: text }],
      requests: [line, line],
      expect: { data: elements },
    }),
  ),
  ...(["length", "chunked"] as const).map(
    (framing): Case => ({
      title: "a stream that breaks off after its first byte is not retried",
      name: framing,
      by: "stream",
      client: once,
      responses: [{ body: ["[1,2,", "3,4]"], breaksAfter: 5, framing }],
      requests: [line],
      expect: { error: "ConnectionError", elements: [1, 2], with: { attempts: 1 } },
    }),
  ),
  {
    title: "a stream that stalls between chunks is a TimeoutError",
    by: "stream",
    client: once,
    options: { timeoutMs: 50 },
    responses: [{ body: ["[1,2,", "3,4]"], stallsAfter: 5 }],
    requests: [line],
    expect: { error: "TimeoutError", elements: [1, 2], with: { attempts: 1, limit: "timeoutMs", limitMs: 50 } },
  },
  {
    title: "a stream that stalls and ignores its signal is a TimeoutError too",
    by: "stream",
    on: "memory",
    client: once,
    options: { timeoutMs: 50 },
    responses: [{ body: ["[1,2,", "3,4]"], stallsAfter: 5, ignoresSignal: true }],
    requests: [line],
    expect: { error: "TimeoutError", elements: [1, 2], with: { attempts: 1 } },
    takesMs: 50,
  },
  {
    title: "a stream may take longer than timeoutMs and totalTimeoutMs while chunks arrive",
    by: "stream",
    options: { timeoutMs: 80, totalTimeoutMs: 90 },
    responses: [{ body: ["[1", ",2", ",3", ",4", "]"], pauseMs: 30, framing: "chunked" }],
    requests: [line],
    expect: { data: [1, 2, 3, 4] },
  },
  {
    title: "an error status of a stream is an ApiError",
    by: "stream",
    responses: [{ status: 401, json: { message: "no key" } }],
    requests: [line],
    expect: { error: "ApiError", with: { status: 401, body: { message: "no key" } }, elements: [] },
  },
  {
    title: "an abort while a stream awaits a chunk rejects with its reason",
    by: "stream",
    abort: { at: 30, reason: "left" },
    responses: [{ body: ["[1,2,", "3]"], stallsAfter: 5 }],
    requests: [line],
    expect: { reason: "left", elements: [1, 2] },
  },
];
