import { createFetchClient } from "@serviceform/client/openapi-fetch";
import { expect, test } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";

/** Returns each value in turn, and counts. */
function turning(...values: unknown[]) {
  const turns = { reads: 0, get: () => values[Math.min(turns.reads++, values.length - 1)] };
  return turns;
}

function accessor(target: object, key: PropertyKey, turns: { get(): unknown }): object {
  return Object.defineProperty(target, key, { enumerable: true, configurable: true, get: turns.get });
}

function recorder() {
  const sent: { url: string; body: unknown }[] = [];
  const fetch = async (url: string, init: RequestInit) => {
    sent.push({ url, body: init.body });
    return jsonResponse({});
  };
  return { sent, fetch };
}

test.for([
  ["a member", (turns: { get(): unknown }) => accessor({}, "a", turns), '{"a":"text"}'],
  ["a member deep inside", (turns: { get(): unknown }) => ({ b: [accessor({}, "a", turns)] }), '{"b":[{"a":"text"}]}'],
  ["an element", (turns: { get(): unknown }) => accessor([1], 0, turns), '["text"]'],
] as const)("%s of a body that changes is sent as it was when it was checked", async ([, make, json]) => {
  for (const second of [new Date(0), Number.NaN, undefined, 1n, { toJSON: () => 1 }]) {
    const { sent, fetch } = recorder();
    const turns = turning("text", second);
    await clientOf(fetch).createItem({ spaceId: "s", primary_field: make(turns) as never });
    expect(sent[0]?.body).toBe(`{"primary_field":${json}}`);
    expect(turns.reads).toBe(1);
  }
});

test("an input key that changes is sent as it was validated", async () => {
  for (const [key, operation] of [
    ["itemId", "getItem"],
    ["primary_field", "createItem"],
  ] as const) {
    const { sent, fetch } = recorder();
    const turns = turning("first", undefined);
    await (clientOf(fetch)[operation] as (input: unknown) => Promise<unknown>)(accessor({ spaceId: "s" }, key, turns));
    expect(`${sent[0]?.url} ${sent[0]?.body}`).toContain("first");
    expect(turns.reads).toBe(1);
  }
});

test("a query element that changes is sent as it was validated", async () => {
  const { sent, fetch } = recorder();
  const turns = turning("first", new Date(0));
  await clientOf(fetch).getChatStatistics({ metrics: accessor(["x"], 0, turns) as string[] });
  expect(sent[0]?.url).toMatch(/\?metrics=first$/);
  expect(turns.reads).toBe(1);
});

test("a patched toString or toJSON does not change the request", async () => {
  const { sent, fetch } = recorder();
  const polluted = Object.assign(Array.prototype, { toJSON: () => "polluted" });
  try {
    await clientOf(fetch).createItem({ spaceId: "s", primary_field: ["a"] as never });
  } finally {
    Reflect.deleteProperty(polluted, "toJSON");
  }
  expect(sent[0]?.body).toBe('{"primary_field":["a"]}');
});

test("minus zero and lone surrogates are sent unchanged in a body", async () => {
  const { sent, fetch } = recorder();
  await clientOf(fetch).createItem({ spaceId: "s", primary_field: [-0, "\ud800", { "\udc00": 0 }] as never });
  expect(sent[0]?.body).toBe('{"primary_field":[-0,"\\ud800",{"\\udc00":0}]}');
});

test("the name of a query parameter cannot inject another one", async () => {
  const { sent, fetch } = recorder();
  const client = createFetchClient({ apiKey: "k", baseUrl: "https://api.example", fetch });
  for (const key of ["startTime=1&endTime", "endTime#", "start\ud800Time"]) {
    const error = await rejection(client.GET("/statistics/chat", { params: { query: { [key]: "x" } } } as never));
    expect(error, key).toMatchObject({ name: "ConfigurationError" });
  }
  expect(sent).toEqual([]);
});

test("a query in path style is rejected if it is no plain object", async () => {
  const { sent, fetch } = recorder();
  const client = createFetchClient({ apiKey: "k", baseUrl: "https://api.example", fetch });
  for (const query of [
    new Map([["startTime", "1"]]),
    new URLSearchParams("startTime=1"),
    { [Symbol("startTime")]: 1 },
  ]) {
    const error = await rejection(client.GET("/statistics/chat", { params: { query } } as never));
    expect(error).toMatchObject({ name: "ConfigurationError", param: "query" });
  }
  expect(sent).toEqual([]);
});
