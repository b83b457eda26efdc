import { inspect } from "node:util";
import { expect, test } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";

const KEY = "S3CRET-KEY";

test.for([
  ["a property", () => Object.assign(new Error("x"), { config: { headers: { "sf-api-key": KEY } } })],
  ["a property of its cause", () => new Error("x", { cause: Object.assign(new Error("y"), { key: KEY }) })],
  ["one of its errors", () => new AggregateError([new Error(KEY)], "all failed")],
  ["a symbol's property", () => Object.assign(new Error("x"), { [Symbol("request")]: { key: KEY } })],
  ["a key of an object", () => Object.assign(new Error("x"), { seen: { [KEY]: 1 } })],
  ["an object that is not an error", () => ({ headers: { "sf-api-key": KEY } })],
  ["Headers", () => Object.assign(new Error("x"), { headers: new Headers({ "sf-api-key": KEY }) })],
  ["a Map", () => Object.assign(new Error("x"), { headers: new Map([["sf-api-key", KEY]]) })],
] as const)("a key that a fetch tells in %s of what it rejects with is not shown", async ([, tell]) => {
  const error = await rejection(clientOf(() => Promise.reject(tell()), { apiKey: KEY, retries: 0 }).listLeads());
  expect(inspect(error, { depth: 20 })).not.toContain(KEY);
});

const cyclic = new Error("cyclic");
cyclic.cause = cyclic;

test.for([
  ["is its own cause", cyclic],
  ["has no prototype", Object.create(null)],
  ["has a symbol for a message", { message: Symbol("x") }],
] as const)("a fetch that rejects with what %s gives a ConnectionError and frees its place", async ([, reason]) => {
  const answers = [() => Promise.reject(reason), async () => jsonResponse([])];
  const fetch = () => (answers.shift() as () => Promise<Response>)();
  const client = clientOf(fetch, { retries: 0, maxConcurrency: 1, totalTimeoutMs: 100 });
  const error = await rejection(client.listLeads());
  expect(await client.listLeads()).toEqual([]);
  expect(error.name).toBe("ConnectionError");
});
