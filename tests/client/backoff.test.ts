import { getEventListeners } from "node:events";
import { expect, test, vi } from "vitest";
import { nextTurn } from "./runner/next-turn.ts";
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
const endless = { limit: 1_200, baseDelayMs: 1, maxDelayMs: 2, budget: Number.POSITIVE_INFINITY };

test.for([
  ["doubles from 500 ms, and never exceeds 8 s", 1, { limit: 7 }, ceilings],
  ["is spread over the whole range", 0.25, { limit: 7 }, ceilings.map((ms) => ms / 4)],
  ["can be zero", 0, { limit: 7 }, ceilings.map(() => 0)],
  ["has limits that are options", 0.5, { limit: 4, baseDelayMs: 10, maxDelayMs: 30 }, [5, 10, 15, 15]],
  ["does not overflow after a thousand retries", 0.5, endless, [0.5, ...Array(1_199).fill(1)]],
] as const)("the delay %s", async ([, random, retries, delays]) => {
  expect(await waits(random, retries)).toEqual(delays);
});

test("retries without a delay let the event loop run, so that an abort ends them", async () => {
  const controller = new AbortController();
  const fetch = vi.fn(() => Promise.reject(new TypeError("fetch failed")));
  const client = clientOf(fetch, { retries: { limit: 9, baseDelayMs: 0 } });
  const pending = rejection(client.listLeads({}, { signal: controller.signal }));
  await nextTurn();
  controller.abort("left");
  expect(await pending).toBe("left");
  expect(fetch).toHaveBeenCalledOnce();
});

test("a call that is retried leaves no listener on the caller's signal", async () => {
  const { signal } = new AbortController();
  const statuses = [500, 200];
  const client = clientOf(async () => jsonResponse([], { status: statuses.shift() ?? 0 }));
  expect(await settle(client.listLeads({}, { signal }))).toEqual([]);
  expect(getEventListeners(signal, "abort")).toEqual([]);
});
