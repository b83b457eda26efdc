import { expect, test, vi } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";

const fetch = async () => jsonResponse({});

test("client.request rejects the options that it would ignore", async () => {
  for (const option of ["extra", "validate"]) {
    const options = { extra: { query: { a: 1 } }, validate: "throw" } as const;
    const given = { [option]: options[option as keyof typeof options] };
    const error = await rejection(clientOf(fetch).request({ method: "GET", path: "/a" }, given));
    expect(error).toMatchObject({ code: "unknown_option", param: option, operation: "request", method: "GET" });
  }
});

test("client.request sends the method that it has checked", async () => {
  const sent = vi.fn(async (_url: string, _init: RequestInit) => jsonResponse({}));
  let reads = 0;
  const request = Object.defineProperty({ path: "/a" }, "method", {
    enumerable: true,
    get: () => ["GET", "DELETE", "BREW"][reads++ % 3],
  });
  await clientOf(sent).request(request as never);
  expect(sent.mock.calls.map(([, { method }]) => method)).toEqual(["DELETE"]);
  const error = await rejection(clientOf(sent).request({ method: Symbol("x"), path: "/a" } as never));
  expect(error).toMatchObject({ code: "invalid_input", param: "method" });
});

test.for([
  ["GET", 3, false],
  ["HEAD", 3, false],
  ["OPTIONS", 3, false],
  ["PUT", 3, true],
  ["DELETE", 3, true],
  ["POST", 1, true],
  ["PATCH", 1, true],
] as const)(
  "a lost %s of client.request makes %i attempts, and may have succeeded: %s",
  async ([method, attempts, may]) => {
    const sent = vi.fn(async (_url: string, _init: RequestInit) => Promise.reject(new TypeError("fetch failed")));
    const client = clientOf(sent, { retries: { limit: 2, baseDelayMs: 0 }, headers: { "x-client": "1" } });
    const error = await rejection(client.request({ method, path: "/a", query: { b: 1 }, headers: { "x-call": "2" } }));
    expect(error).toMatchObject({ name: "ConnectionError", operation: "request", attempts, mayHaveSucceeded: may });
    expect(sent).toHaveBeenCalledTimes(attempts);
    const [url, init] = sent.mock.calls[0] ?? [];
    expect(url).toBe("https://api.example/a?b=1");
    expect(init?.headers).toMatchObject({
      "user-agent": expect.stringMatching(/^serviceform-client\/\d+\.\d+\.\d+/),
      "x-client": "1",
      "x-call": "2",
    });
  },
);

test.for([null, 0, false, "", [], {}])("client.request resolves to the parsed body %j", async (value) => {
  const client = clientOf(async () => jsonResponse(value));
  expect(await client.request({ method: "GET", path: "/a" })).toEqual(value);
});

test.for(["application/json", "application/problem+json; charset=utf-8", "text/json"])(
  "client.request rejects a truncated body of type %s",
  async (type) => {
    const headers = { "content-type": type };
    for (const body of ['{"id":"a"', '[{"id":"a"},', '"a', " "]) {
      const client = clientOf(async () => new Response(body, { headers }));
      const error = await rejection(client.request({ method: "POST", path: "/a" }));
      expect(error).toMatchObject({ name: "ResponseError", mayHaveSucceeded: true, bodyPreview: body });
      expect(error.message).toContain("API responded with 200, but the body is not JSON");
    }
    const empty = clientOf(async () => new Response("", { headers }));
    expect(await empty.request({ method: "POST", path: "/a" })).toBeUndefined();
  },
);

test.for(["application/x-ndjson", "application/json-seq", "application/jsonl", "text/plain", "text/csv"])(
  "client.request resolves to a text of type %s",
  async (type) => {
    const client = clientOf(async () => new Response('{"a":1}\n{"a":2}\n', { headers: { "content-type": type } }));
    expect(await client.request({ method: "GET", path: "/a" })).toBe('{"a":1}\n{"a":2}\n');
  },
);

test("client.request resolves to text that is not JSON, and to undefined for an empty body", async () => {
  const bodies = ["plain: 1 <2>", ""];
  const client = clientOf(async () => new Response(bodies.shift()));
  expect(await client.request({ method: "GET", path: "/a" })).toBe("plain: 1 <2>");
  expect(await client.request({ method: "GET", path: "/a" })).toBeUndefined();
});
