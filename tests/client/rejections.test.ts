import { expect, test } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";

const cyclic = new Error("cyclic");
cyclic.cause = cyclic;

test.for([
  ["is its own cause", cyclic],
  ["has no prototype", Object.create(null)],
  ["has a symbol for a message", { message: Symbol("x") }],
] as const)("a fetch that rejects with what %s gives a ConnectionError and frees its place", async ([, reason]) => {
  const responses = [() => Promise.reject(reason), async () => jsonResponse([])];
  const fetch = () => (responses.shift() as () => Promise<Response>)();
  const client = clientOf(fetch, { retries: 0, maxConcurrency: 1, totalTimeoutMs: 100 });
  const error = await rejection(client.listLeads());
  expect(await client.listLeads()).toEqual([]);
  expect(error.name).toBe("ConnectionError");
});
