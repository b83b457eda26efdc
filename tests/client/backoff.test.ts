import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime();

/** The delays before each retry of a call that never succeeds. */
async function waits(random: number, retries: object): Promise<number[]> {
  vi.spyOn(Math, "random").mockReturnValue(random);
  const times: number[] = [];
  const delays: number[] = [];
  const client = clientOf(
    async () => {
      times.push(Date.now());
      return jsonResponse({}, { status: 500 });
    },
    { retries, hooks: { onRetry: ({ delayMs }) => delays.push(delayMs ?? -1) } },
  );
  await settle(rejection(client.listLeads()));
  const seen = times.slice(1).map((time, index) => time - (times[index] ?? 0));
  expect(seen.map((ms, index) => Math.abs(ms - (delays[index] ?? -1)) <= 1)).toEqual(seen.map(() => true));
  return delays;
}

const ceilings = [500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000];

test("the delay is at most 500 ms, doubles with each attempt and never exceeds 8 s", async () => {
  const almost = 0.999_999_999;
  for (const [index, ms] of (await waits(almost, { limit: 7 })).entries()) {
    expect(ms).toBeLessThanOrEqual(ceilings[index] ?? 0);
    expect(ms).toBeGreaterThan((ceilings[index] ?? 0) * 0.999);
  }
});

test("full jitter allows a delay of zero", async () => {
  expect(await waits(0, { limit: 7 })).toEqual([0, 0, 0, 0, 0, 0, 0]);
});

test("full jitter spreads the delay over the whole range", async () => {
  expect(await waits(0.25, { limit: 7 })).toEqual(ceilings.map((ms) => ms / 4));
});

test("the limits of the delay are options", async () => {
  expect(await waits(0.5, { limit: 4, baseDelayMs: 10, maxDelayMs: 30 })).toEqual([5, 10, 15, 15]);
});

test("a thousand retries do not overflow the delay", async () => {
  const all = await waits(0.5, { limit: 1_200, baseDelayMs: 1, maxDelayMs: 2, budget: Number.POSITIVE_INFINITY });
  expect(all).toEqual([0.5, ...Array(1_199).fill(1)]);
});

test("the default limit is two retries", async () => {
  expect(await waits(0, {})).toHaveLength(2);
});

test("an abort in onRetry ends the call and leaves no timer", async () => {
  const controller = new AbortController();
  const reason = new Error("The user left.");
  const client = clientOf(async () => jsonResponse({}, { status: 500 }), {
    hooks: { onRetry: () => controller.abort(reason) },
  });
  expect(await rejection(client.listLeads({}, { signal: controller.signal }))).toBe(reason);
  expect(vi.getTimerCount()).toBe(0);
});

test("a call that is retried leaves no listener on the caller's signal", async () => {
  const { signal } = new AbortController();
  const statuses = [500, 200];
  const client = clientOf(async () => jsonResponse([], { status: statuses.shift() ?? 0 }));
  expect(await settle(client.listLeads({}, { signal }))).toEqual([]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
