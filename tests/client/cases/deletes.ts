import type { Case, ScriptedResponse } from "./case.ts";

const line = "DELETE /flex/spaces/s/items/i";
const common = {
  operation: "deleteItem",
  input: { spaceId: "s", itemId: "i" },
  client: { retries: { baseDelayMs: 1 } },
} as const;
const gone: ScriptedResponse = { status: 404, json: { message: "no such item" } };

const ambiguous: (readonly [name: string, response: ScriptedResponse])[] = [
  ["a reset", { breaksAfter: "nothing" }],
  ["a body that was cut off", { body: "abc", breaksAfter: 1 }],
  ["headers that stayed out", { stallsAfter: "nothing" }],
  ["408", { status: 408 }],
  ["500", { status: 500 }],
  ["502", { status: 502 }],
  ["503", { status: 503 }],
  ["503 with Retry-After", { status: 503, headers: { "retry-after": "0" } }],
  ["504", { status: 504 }],
  ["504 with Retry-After", { status: 504, headers: { "retry-after": "0" } }],
];
const unambiguous: (readonly [name: string, response: ScriptedResponse])[] = [
  ["429", { status: 429 }],
  ["429 with Retry-After", { status: 429, headers: { "retry-after": "0" } }],
];
/** 404s that are not the API's: gateways without a backend send them. */
const otherNotFounds: (readonly [name: string, response: ScriptedResponse])[] = [
  ["a page", { body: "<html>default backend - 404</html>", headers: { "content-type": "text/html" } }],
  ["a text", { body: "404 page not found", headers: { "content-type": "text/plain" } }],
  ["a JSON text that is no object", { json: "not found" }],
  ["a JSON array", { json: [] }],
  ["a page that calls itself JSON", { body: "<html>", headers: { "content-type": "application/json" } }],
  ["JSON that calls itself a page", { body: '{"message":"x"}', headers: { "content-type": "text/html" } }],
  ["no body", {}],
  ["a body that was truncated", { body: '{"message":"no such item"}', breaksAfter: 5 }],
];

export const deletes: Case[] = [
  ...ambiguous.flatMap(([name, response]): Case[] =>
    (["method", "safe"] as const).map((by) => ({
      ...common,
      by,
      options: { timeoutMs: 60 },
      title: "a delete that gets 404 after an ambiguous attempt has succeeded",
      name: `${by}, ${name}`,
      responses: [response, gone],
      requests: [line, line],
      expect: { data: undefined },
    })),
  ),
  ...unambiguous.map(
    ([name, response]): Case => ({
      ...common,
      title: "a delete that gets 404 after an attempt that was not processed fails",
      name,
      responses: [response, gone],
      requests: [line, line],
      expect: { error: "ApiError", with: { status: 404, attempts: 2, mayHaveSucceeded: false } },
    }),
  ),
  ...otherNotFounds.map(
    ([name, response]): Case => ({
      ...common,
      title: "a delete that gets a 404 of something else after an ambiguous attempt fails",
      name,
      responses: [{ status: 502 }, { status: 404, ...response }],
      requests: [line, line],
      expect: { error: "ApiError", with: { status: 404, attempts: 2, mayHaveSucceeded: true } },
    }),
  ),
  {
    ...common,
    title: "a delete that gets 404 at once fails",
    responses: [gone],
    requests: [line],
    expect: { error: "ApiError", with: { status: 404, attempts: 1, mayHaveSucceeded: false } },
  },
  {
    ...common,
    title: "a delete that gets 404 after an ambiguous attempt and another attempt has succeeded",
    responses: [{ status: 500 }, { status: 429 }, gone],
    requests: [line, line, line],
    expect: { data: undefined },
  },
  {
    ...common,
    title: "a delete that gets 403 after an ambiguous attempt fails and may have succeeded",
    responses: [{ status: 500 }, { status: 403, json: {} }],
    requests: [line, line],
    expect: { error: "ApiError", with: { status: 403, attempts: 2, mayHaveSucceeded: true } },
  },
  {
    ...common,
    operation: "updateItem",
    input: { ...common.input, primary_field: "x" },
    title: "an update that gets 404 after an ambiguous attempt fails",
    responses: [{ status: 500 }, gone],
    requests: ["PUT /flex/spaces/s/items/i", "PUT /flex/spaces/s/items/i"],
    expect: { error: "ApiError", with: { status: 404, attempts: 2, mayHaveSucceeded: true } },
  },
  ...["<html>", " \r\n\t<!doctype html>", "\ufeff<html>"].map(
    (body): Case => ({
      ...common,
      title: "a delete that gets an HTML page with a success status is a ResponseError",
      name: JSON.stringify(body),
      responses: [{ body, headers: { "content-type": "text/html" } }],
      requests: [line],
      expect: { error: "ResponseError", with: { mayHaveSucceeded: true } },
    }),
  ),
  ...(
    [
      [{ status: 204 }, "204"],
      [{ status: 200 }, "an empty 200"],
      [{ json: { message: "deleted" } }, "JSON"],
      [{ body: "OK", headers: { "content-type": "text/plain" } }, "text"],
    ] as const
  ).map(
    ([response, name]): Case => ({
      ...common,
      title: "a delete resolves to undefined whatever its body",
      name,
      responses: [response],
      requests: [line],
      expect: { data: undefined },
    }),
  ),
];
