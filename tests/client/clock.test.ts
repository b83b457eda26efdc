import { expect, onTestFinished, test, vi } from "vitest";
import { clientOf, jsonResponse, rejection } from "./runner/scripted-client.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime(0.5);

const HOUR = 3_600_000;

/** A wall clock that is changed while time passes. */
function setClock(shift: number): void {
  const now = Date.now;
  const clock = vi.spyOn(Date, "now").mockImplementation(() => now() + shift);
  onTestFinished(() => clock.mockRestore());
}

test("the wall clock is not read before a request is sent, which prerendering frameworks reject", async () => {
  const clock = vi.spyOn(Date, "now");
  let readsBefore: number | undefined;
  const client = clientOf(async () => {
    readsBefore ??= clock.mock.calls.length;
    return jsonResponse([]);
  });
  await client.listLeads();
  expect(readsBefore).toBe(0);
});

test.for([-HOUR, HOUR])("a clock change of %i ms during a call changes no timeout and no duration", async (shift) => {
  let requests = 0;
  const client = clientOf(
    () => {
      if (requests++ === 0) setClock(shift);
      return new Promise(() => {});
    },
    { timeoutMs: 250, totalTimeoutMs: 600, retries: { limit: 6, baseDelayMs: 0 } },
  );
  const error = await settle(rejection(client.listLeads()));
  expect(error).toMatchObject({ name: "TimeoutError", limit: "totalTimeoutMs", attempts: 3, durationMs: 600 });
});

test("a clock change while a call is queued does not end it", async () => {
  const client = clientOf(() => new Promise((resolve) => setTimeout(() => resolve(jsonResponse([])), 20)), {
    maxConcurrency: 1,
  });
  const calls = [client.listLeads(), client.listLeads()];
  setClock(HOUR);
  expect(await settle(Promise.all(calls))).toEqual([[], []]);
});

test("a create is not sent when the delay before it has used up totalTimeoutMs", async () => {
  const now = performance.now.bind(performance);
  let lateMs = 0;
  const clock = vi.spyOn(performance, "now").mockImplementation(() => now() + lateMs);
  onTestFinished(() => clock.mockRestore());
  const fetch = vi.fn(async () => jsonResponse({}, { status: 429 }));
  // The timer of the delay fires too late, as on a busy machine.
  const onRetry = (): void => {
    lateMs = 120_000;
  };
  const client = clientOf(fetch, { retries: { baseDelayMs: 0 }, hooks: { onRetry } });
  const error = await settle(rejection(client.createItem({ spaceId: "s", primary_field: "x" })));
  expect(error).toMatchObject({ name: "TimeoutError", limit: "totalTimeoutMs", mayHaveSucceeded: false });
  expect(fetch).toHaveBeenCalledTimes(1);
});
