import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { clientOf, rejection } from "./runner/scripted-client.ts";
import { settle } from "./runner/virtual-time.ts";

beforeEach(() => void vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date"] }));
afterEach(() => void vi.useRealTimers());

/** A fetch that ignores its signal and answers after a second. */
function late(cancelled: () => void): () => Promise<Response> {
  return () =>
    new Promise((resolve) => setTimeout(() => resolve(new Response(new ReadableStream({ cancel: cancelled }))), 1_000));
}

test("cancels the body of an answer that comes after the timeout", async () => {
  const cancelled = vi.fn();
  const client = clientOf(late(cancelled), { retries: 0, timeoutMs: 50 });
  const error = await settle(rejection(client.listLeads()));
  expect(error.name).toBe("TimeoutError");
  expect(cancelled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1_000);
  expect(cancelled).toHaveBeenCalledOnce();
});

test("cancels the body of an answer that comes after the caller's abort", async () => {
  const cancelled = vi.fn();
  const controller = new AbortController();
  const client = clientOf(late(cancelled));
  const pending = rejection(client.listLeads({}, { signal: controller.signal }));
  setTimeout(() => controller.abort("left"), 10);
  expect(await settle(pending)).toBe("left");
  await vi.advanceTimersByTimeAsync(1_000);
  expect(cancelled).toHaveBeenCalledOnce();
});

test("tells fetch the reason of the caller's abort", async () => {
  let told: unknown;
  const controller = new AbortController();
  const client = clientOf((_, { signal }) => {
    signal?.addEventListener("abort", () => {
      told = signal.reason;
    });
    return new Promise(() => {});
  });
  const pending = rejection(client.listLeads({}, { signal: controller.signal }));
  setTimeout(() => controller.abort("left"), 10);
  await settle(pending);
  expect(told).toBe("left");
});

test("swallows the rejection of a fetch that comes after the timeout", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const client = clientOf(() => new Promise((_, reject) => setTimeout(reject, 1_000, new Error("late"))), {
    retries: 0,
    timeoutMs: 50,
  });
  await settle(rejection(client.listLeads()));
  await vi.advanceTimersByTimeAsync(1_000);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("swallows the rejection of a key function that comes after the timeout", async () => {
  const unhandled = vi.fn();
  process.on("unhandledRejection", unhandled);
  const client = clientOf(async () => new Response("[]"), {
    apiKey: () => new Promise((_, reject) => setTimeout(reject, 1_000, new Error("late"))),
    retries: 0,
    timeoutMs: 50,
  });
  await settle(rejection(client.listLeads()));
  await vi.advanceTimersByTimeAsync(1_000);
  await new Promise((resolve) => setImmediate(resolve));
  process.off("unhandledRejection", unhandled);
  expect(unhandled).not.toHaveBeenCalled();
});

test("a key that comes after the timeout is not sent", async () => {
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

const oddities: [name: string, fetch: () => unknown][] = [
  [
    "throws at once",
    () => {
      throw new Error("no network");
    },
  ],
  ["gives no promise", () => new Response("[]")],
  ["gives undefined", () => undefined],
  ["resolves to undefined", async () => undefined],
  ["resolves to an empty object", async () => ({})],
  ["resolves to a text", async () => "[]"],
  ["rejects with undefined", () => Promise.reject(undefined)],
  ["rejects with null", () => Promise.reject(null)],
  ["rejects with a text", () => Promise.reject("no network")],
];

test.for(oddities)("a fetch that %s gives a ConnectionError, or data", async ([, fetch]) => {
  const outcome = await settle(
    clientOf(fetch as never, { retries: 0 })
      .listLeads()
      .catch((error) => error),
  );
  if (Array.isArray(outcome)) return;
  expect(outcome).toMatchObject({ name: "ConnectionError", operation: "listLeads" });
});
