import { afterAll, expect, test } from "vitest";
import { createSandbox, startServer } from "../testing/sandbox.js";

const now = "2026-01-01T00:00:00Z";
const server = await startServer({ now });
afterAll(() => server.close());

test("health needs no key, and the state is that of the store", async () => {
  const health = await fetch(`${server.url}/_sandbox/health`);
  expect([health.status, await health.json()]).toEqual([200, { status: "ok" }]);
  const state = await (await fetch(`${server.url}/_sandbox/state`)).text();
  expect(state).toBe(JSON.stringify(server.sandbox.store));
});

test("a sandbox starts with saved data, and reset restores it", async () => {
  const { store } = createSandbox({ now, seed: 5 });
  const data = JSON.parse(JSON.stringify(store));
  const loaded = createSandbox({ now, data });
  expect(JSON.stringify(loaded.store)).toBe(JSON.stringify(store));
  loaded.store.leads.pop();
  loaded.reset();
  expect(JSON.stringify(loaded.store)).toBe(JSON.stringify(store));
});

test.for([
  [[], "data must be an object with lists of spaces, items, leads or chats"],
  [{ lead: [] }, 'unknown list "lead" in data; expected spaces, items, leads or chats'],
  [{ leads: {} }, "data must have a list of leads"],
  [{ leads: [{ name: "Jane" }] }, "data must match the contract: leads/0/id"],
] as const)("the data %j is rejected", ([data, message]) => {
  expect(() => createSandbox({ data: data as never })).toThrow(message);
});
