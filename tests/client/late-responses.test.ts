import { expect, test, vi } from "vitest";
import { clientOf, rejection } from "./runner/scripted-client.ts";
import { watchUnhandled } from "./runner/unhandled.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime();

/** A fetch that ignores its signal and responds after a second. */
function late(cancelled: () => void): () => Promise<Response> {
  return () =>
    new Promise((resolve) => setTimeout(() => resolve(new Response(new ReadableStream({ cancel: cancelled }))), 1_000));
}

test.for(["timeout", "abort of the caller"] as const)(
  "the body of a response after the %s is canceled",
  async (end) => {
    const cancelled = vi.fn();
    const controller = new AbortController();
    const client = clientOf(late(cancelled), { retries: 0, timeoutMs: 50 });
    const pending = rejection(client.listLeads({}, { signal: controller.signal }));
    if (end !== "timeout") setTimeout(() => controller.abort(new Error("left")), 10);
    expect(await settle(pending)).toMatchObject(end === "timeout" ? { name: "TimeoutError" } : { message: "left" });
    expect(cancelled).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1_000);
    expect(cancelled).toHaveBeenCalledOnce();
  },
);

test("fetch gets the reason of the caller's abort", async () => {
  let reason: unknown;
  const controller = new AbortController();
  const client = clientOf((_, { signal }) => {
    signal?.addEventListener("abort", () => {
      reason = signal.reason;
    });
    return new Promise(() => {});
  });
  const pending = rejection(client.listLeads({}, { signal: controller.signal }));
  setTimeout(() => controller.abort("left"), 10);
  await settle(pending);
  expect(reason).toBe("left");
});

const rejectLate = () => new Promise<never>((_, reject) => setTimeout(reject, 1_000, new Error("late")));

test.for([
  { name: "fetch", fetch: rejectLate, options: {} },
  { name: "a key function", fetch: async () => new Response("[]"), options: { apiKey: rejectLate } },
])("a late rejection of $name is swallowed", async ({ fetch, options }) => {
  const unhandled = watchUnhandled();
  const client = clientOf(fetch, { retries: 0, timeoutMs: 50, ...options });
  await settle(rejection(client.listLeads()));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(await unhandled.settled()).toEqual([]);
});

test("a call that is aborted before it starts does not call the key function", async () => {
  const apiKey = vi.fn(() => "k");
  const client = clientOf(async () => new Response("[]"), { apiKey });
  expect(await rejection(client.listLeads({}, { signal: AbortSignal.abort("left") }))).toBe("left");
  expect(apiKey).not.toHaveBeenCalled();
});

test("a call that is aborted as its key arrives sends no request", async () => {
  for (let delay = 0; delay < 20; delay++) {
    const abort = new AbortController();
    const apiKey = async () => {
      void (async () => {
        for (let turn = 0; turn < delay; turn++) await undefined;
        abort.abort("left");
      })();
      return "k";
    };
    const sent: boolean[] = [];
    const fetch = async (_: string, { signal }: RequestInit) => {
      sent.push(!signal?.aborted);
      return new Response("[]");
    };
    await settle(
      clientOf(fetch, { apiKey })
        .safe.listLeads({}, { signal: abort.signal })
        .catch(() => "left"),
    );
    expect(sent, `after ${delay} turns`).not.toContain(false);
  }
});

test("a key that arrives after the timeout is not sent", async () => {
  const fetch = vi.fn(async () => new Response("[]"));
  const client = clientOf(fetch, {
    apiKey: () => new Promise((resolve) => setTimeout(resolve, 1_000, "k")),
    retries: 0,
    timeoutMs: 50,
  });
  await settle(rejection(client.listLeads()));
  await vi.advanceTimersByTimeAsync(1_000);
  expect(fetch).not.toHaveBeenCalled();
});

const unusualFetches: [name: string, fetch: () => unknown][] = [
  [
    "throws at once",
    () => {
      throw new Error("no network");
    },
  ],
  ["gives undefined", () => undefined],
];

test("a fetch that returns a Response instead of a promise works", async () => {
  expect(await settle(clientOf((() => new Response("[]")) as never).listLeads())).toEqual([]);
});

test.for(unusualFetches)("a fetch that %s is a ConnectionError", async ([, fetch]) => {
  const error = await settle(rejection(clientOf(fetch as never, { retries: 0 }).listLeads()));
  expect(error).toMatchObject({ name: "ConnectionError", operation: "listLeads" });
});
