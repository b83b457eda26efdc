import { expect, test } from "vitest";
import { clientOf, jsonResponse, listLeadsBy } from "./runner/scripted-client.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime();

type Failure = { status: number; headers?: Record<string, string> };

/** A client of a failing API, and how many requests that gets. */
function createFailing(retries: number | object, failure: Failure) {
  const state = { requests: 0, failure };
  const client = clientOf(
    async () => {
      state.requests += 1;
      const { status, headers = {} } = state.failure;
      return jsonResponse([], { status, headers });
    },
    { retries, totalTimeoutMs: Number.POSITIVE_INFINITY },
  );
  const call = (times: number) => settle(Promise.all(Array.from({ length: times }, () => client.safe.listLeads())));
  return { state, client, call };
}

test.for([
  ["100 times in all by default", 2, 500, 600],
  ["as often as its budget", { budget: 3 }, 10, 13],
  ["never with a budget of 0", { budget: 0 }, 10, 10],
] as const)("while nothing succeeds, a client retries %s", async ([, retries, calls, requests]) => {
  const { state, call } = createFailing(retries, { status: 500 });
  await call(calls);
  expect(state.requests).toBe(requests);
  await call(10);
  expect(state.requests).toBe(requests + 10);
});

test("successes refill the budget", async () => {
  const { state, call } = createFailing({ budget: 5 }, { status: 500 });
  await call(10);
  expect(state.requests).toBe(15);
  state.failure = { status: 200 };
  await call(100);
  state.failure = { status: 500 };
  state.requests = 0;
  await call(10);
  expect(state.requests, "refilled, but not above its size").toBe(15);
});

test("responses with Retry-After are exempt from the budget", async () => {
  const { state, call } = createFailing({ budget: 1, limit: 3 }, { status: 503, headers: { "retry-after": "1" } });
  await call(10);
  expect(state.requests).toBe(40);
  state.failure = { status: 500 };
  state.requests = 0;
  await call(1);
  expect(state.requests, "the budget is untouched").toBe(2);
});

test("an error that is not retried does not use the budget", async () => {
  const { state, call } = createFailing({ budget: 1, limit: 1 }, { status: 404 });
  await call(10);
  state.failure = { status: 500 };
  state.requests = 0;
  await call(1);
  expect(state.requests).toBe(2);
});

test("clients do not share a budget", async () => {
  const one = createFailing({ budget: 1 }, { status: 500 });
  const two = createFailing({ budget: 1 }, { status: 500 });
  await one.call(5);
  await two.call(5);
  expect(two.state.requests).toBe(6);
});

test("methods, safe and stream share a budget", async () => {
  const { state, client } = createFailing({ budget: 2, limit: 1 }, { status: 500 });
  const lists = Object.values(listLeadsBy).map((list) => list(client));
  await settle(Promise.allSettled([...lists, client.getItem({ spaceId: "s", itemId: "i" })]));
  expect(state.requests).toBe(6);
});
