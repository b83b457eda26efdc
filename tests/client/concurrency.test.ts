import { createClient } from "@serviceform/client";
import { createFetchClient } from "@serviceform/client/openapi-fetch";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import { clientOf, jsonResponse, listLeadsBy, rejection } from "./runner/scripted-client.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime();

const item = (index: number) => ({ spaceId: "s", itemId: `i${index}` });

/** A fetch that responds after 10 ms and counts concurrent requests. */
function busy(response: (url: string) => Response = () => jsonResponse({ id: "i" })) {
  const state = { running: 0, most: 0, order: [] as string[] };
  const fetch = async (url: string): Promise<Response> => {
    state.order.push(url.split("/").at(-1) ?? "");
    state.running += 1;
    state.most = Math.max(state.most, state.running);
    await new Promise((resolve) => setTimeout(resolve, 10));
    state.running -= 1;
    return response(url);
  };
  return { state, fetch };
}

test("at most maxConcurrency calls run at once, in the order in which they came", async () => {
  const { state, fetch } = busy();
  const client = clientOf(fetch, { maxConcurrency: 3 });
  const calls = Array.from({ length: 20 }, (_, index) => index);
  for (const _ of ["first round", "second round"])
    await settle(Promise.all(calls.map((index) => client.getItem(item(index)))));
  expect(state.most).toBe(3);
  expect(state.order).toEqual([...calls, ...calls].map((index) => `i${index}`));
  expect(vi.getTimerCount()).toBe(0);
});

test("without maxConcurrency all calls run at once", async () => {
  const { state, fetch } = busy();
  const client = clientOf(fetch);
  await settle(Promise.all(Array.from({ length: 50 }, (_, index) => client.getItem(item(index)))));
  expect(state.most).toBe(50);
});

test("a call that fails frees its slot", async () => {
  const { state, fetch } = busy((url) => {
    if (url.endsWith("1")) throw new TypeError("reset");
    if (url.endsWith("2")) return jsonResponse({}, { status: 404 });
    if (url.endsWith("3")) return new Response("<html>");
    return jsonResponse({ id: "i" });
  });
  const client = clientOf(fetch, { maxConcurrency: 1, retries: 0 });
  const results = await settle(
    Promise.allSettled(Array.from({ length: 30 }, (_, index) => client.getItem(item(index)))),
  );
  expect(results.filter(({ status }) => status === "rejected")).toHaveLength(9);
  expect(state.order).toHaveLength(30);
});

test("a call that is rejected takes no slot", async () => {
  const { fetch } = busy();
  const client = clientOf(fetch, { maxConcurrency: 1 });
  for (let index = 0; index < 5; index++) await rejection(client.getItem({ spaceId: "s", itemId: ".." }));
  expect(await settle(client.getItem(item(1)))).toEqual({ id: "i" });
});

test("a call whose key function fails frees its slot", async () => {
  const { fetch } = busy();
  let keyCalls = 0;
  const client = clientOf(fetch, {
    maxConcurrency: 1,
    apiKey: () => (keyCalls++ < 3 ? Promise.reject(new Error("no")) : "k"),
  });
  const results = await settle(Promise.allSettled([0, 1, 2, 3].map((index) => client.getItem(item(index)))));
  expect(results.map(({ status }) => status)).toEqual(["rejected", "rejected", "rejected", "fulfilled"]);
});

test.for(["method", "safe", "stream", "paths"] as const)(
  "an abort removes only its own call from the queue: %s",
  async (by) => {
    const { state, fetch } = busy(() => jsonResponse([]));
    const options = { apiKey: "k", baseUrl: "https://api.example", fetch, maxConcurrency: 1 };
    const client = createClient(options);
    const paths = createFetchClient(options);
    const list = (init: { signal?: AbortSignal } = {}): Promise<unknown> =>
      by === "paths" ? paths.GET("/leads", init) : listLeadsBy[by](client, init);
    const controller = new AbortController();
    const calls = [list(), rejection(list({ signal: controller.signal })), list()];
    setTimeout(() => controller.abort("left"), 5);
    expect((await settle(Promise.all(calls)))[1]).toBe("left");
    expect(state.order).toHaveLength(2);
  },
);

test("a call that is aborted before it starts does not enter the queue, and leaves no timer", async () => {
  const client = clientOf(() => new Promise(() => {}), { maxConcurrency: 1 });
  const controller = new AbortController();
  const first = rejection(client.getItem(item(0), { signal: controller.signal }));
  const beganAt = Date.now();
  expect(await settle(rejection(client.getItem(item(1), { signal: AbortSignal.abort("left") })))).toBe("left");
  expect(Date.now()).toBe(beganAt);
  controller.abort("end");
  expect(await settle(first)).toBe("end");
  expect(vi.getTimerCount()).toBe(0);
});

test("the queue works after many aborted calls", async () => {
  const { fetch, state } = busy();
  const client = clientOf(fetch, { maxConcurrency: 2 });
  const controller = new AbortController();
  const calls = Array.from({ length: 1_000 }, (_, index) =>
    client.getItem(item(index), { signal: controller.signal }).catch((reason) => reason),
  );
  setTimeout(() => controller.abort("all"), 1);
  expect(new Set(await settle(Promise.all(calls)))).toEqual(new Set(["all"]));
  expect(state.order).toHaveLength(2);
  expect(await settle(client.getItem(item(7)))).toEqual({ id: "i" });
});

test("totalTimeoutMs covers the time in the queue", async () => {
  const onError = vi.fn();
  const client = clientOf(() => new Promise(() => {}), {
    maxConcurrency: 1,
    timeoutMs: Number.POSITIVE_INFINITY,
    hooks: { onError },
  });
  const controller = new AbortController();
  const first = client
    .getItem(item(0), { signal: controller.signal, totalTimeoutMs: Number.POSITIVE_INFINITY })
    .catch((reason) => reason);
  const error = await settle(
    rejection(client.createItem({ spaceId: "s", primary_field: "x" }, { totalTimeoutMs: 100 })),
  );
  expect(error).toMatchObject({ name: "TimeoutError", limit: "totalTimeoutMs", limitMs: 100, mayHaveSucceeded: false });
  expect(error.attempts).toBe(0);
  expect(onError).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ attempt: 0 }));
  controller.abort();
  await settle(first);
});

test("timeoutMs does not cover the time in the queue", async () => {
  const { fetch } = busy();
  const client = clientOf(fetch, { maxConcurrency: 1, timeoutMs: 15, retries: 0 });
  const results = await settle(Promise.all(Array.from({ length: 10 }, (_, index) => client.safe.getItem(item(index)))));
  expect(results.every(({ ok }) => ok)).toBe(true);
});

test("a queued call that is aborted as it gets its slot frees the slot", async () => {
  const turns = async (count: number): Promise<void> => {
    for (let turn = 0; turn < count; turn++) await undefined;
  };
  for (let delay = 0; delay < 40; delay++) {
    let respond = (_: Response): void => {};
    const fetch = async (url: string): Promise<Response> =>
      url.endsWith("i0") ? new Promise((resolve) => (respond = resolve)) : jsonResponse({ id: "i" });
    const client = clientOf(fetch, { maxConcurrency: 1 });
    const abort = new AbortController();
    const first = client.getItem(item(0));
    const waiter = client.getItem(item(1), { signal: abort.signal }).catch((reason: unknown) => reason);
    await turns(5);
    respond(jsonResponse({ id: "i" }));
    const aborting = turns(delay).then(() => abort.abort("left"));
    await Promise.all([first, waiter, aborting]);
    expect(await settle(client.getItem(item(2), { totalTimeoutMs: 100 })), `after ${delay} turns`).toEqual({ id: "i" });
  }
});

test("any order of calls, responses, aborts and timeouts leaves every slot free", async () => {
  const action = fc.record({
    index: fc.nat({ max: 7 }),
    turns: fc.nat({ max: 12 }),
    by: fc.constantFrom("abort", "respond"),
  });
  await fc.assert(
    fc.asyncProperty(fc.integer({ min: 1, max: 3 }), fc.array(action, { maxLength: 24 }), async (limit, actions) => {
      const pending: (() => void)[] = [];
      const state = { running: 0, most: 0 };
      const fetch = (_: string, { signal }: RequestInit) =>
        new Promise<Response>((resolve, reject) => {
          state.running += 1;
          state.most = Math.max(state.most, state.running);
          const end = (how: () => void) => (): void => {
            state.running -= 1;
            how();
          };
          pending.push(end(() => resolve(jsonResponse({ id: "i" }))));
          signal?.addEventListener(
            "abort",
            end(() => reject(signal.reason)),
            { once: true },
          );
        });
      const client = clientOf(fetch, { maxConcurrency: limit, retries: 0 });
      const aborts = Array.from({ length: 8 }, () => new AbortController());
      const calls = aborts.map(({ signal }, index) => client.getItem(item(index), { signal }).catch(() => "ended"));
      for (const { index, turns, by } of actions) {
        for (let turn = 0; turn < turns; turn++) await undefined;
        if (by === "abort") aborts[index]?.abort();
        else pending.shift()?.();
      }
      for (const abort of aborts) abort.abort();
      await Promise.all(calls);
      expect(state.most).toBeLessThanOrEqual(limit);
      pending.length = 0;
      const later = Array.from({ length: limit }, (_, index) => client.getItem(item(index)));
      for (let turn = 0; turn < 50; turn++) await undefined;
      expect(pending).toHaveLength(limit);
      for (const respond of pending) respond();
      await Promise.all(later);
    }),
    { numRuns: 200 },
  );
});
