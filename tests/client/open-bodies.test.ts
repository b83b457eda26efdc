import { EventEmitter, getEventListeners } from "node:events";
import { afterAll, beforeAll, expect, test, vi } from "vitest";
import { mixedCall } from "./runner/mixed-call.ts";
import { clientOf, jsonResponse } from "./runner/scripted-client.ts";

const warnings: Error[] = [];
const warn = (warning: Error) => void warnings.push(warning);
beforeAll(() => void process.on("warning", warn));
afterAll(() => void process.off("warning", warn));

test("2 000 calls one after the other on one signal leave no listener and no warning", async () => {
  const { signal } = new AbortController();
  const client = clientOf(async (target) =>
    target.includes("missing") ? jsonResponse({}, { status: 404 }) : jsonResponse([{ id: "1" }]),
  );
  for (let index = 0; index < 2_000; index++) await mixedCall(client, index, signal);
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(warnings).toEqual([]);
});

test("2 000 calls at once on one signal leave no listener and no warning", async () => {
  const { signal } = new AbortController();
  const client = clientOf(async (target) => {
    await new Promise((resolve) => setImmediate(resolve));
    return target.includes("missing") ? jsonResponse({}, { status: 404 }) : jsonResponse([{ id: "1" }]);
  });
  await Promise.all(Array.from({ length: 2_000 }, (_, index) => mixedCall(client, index, signal)));
  expect(getEventListeners(signal, "abort")).toHaveLength(0);
  expect(warnings).toEqual([]);
});

test("2 000 calls that are aborted together all reject with the reason", async () => {
  const controller = new AbortController();
  const client = clientOf(() => new Promise(() => {}));
  const pending = Array.from({ length: 2_000 }, () =>
    client.listLeads({}, { signal: controller.signal }).catch((reason) => reason),
  );
  await new Promise((resolve) => setImmediate(resolve));
  controller.abort("all");
  expect(new Set(await Promise.all(pending))).toEqual(new Set(["all"]));
  expect(getEventListeners(controller.signal, "abort")).toHaveLength(0);
});

/** A signal of node-abort-controller: it is not `this` in its listeners, and adds a listener each time. */
class EmittingSignal {
  readonly #events = new EventEmitter();
  readonly aborted = false;
  readonly reason = "all";
  addEventListener(name: string, listener: () => void): void {
    this.#events.on(name, listener);
  }
  removeEventListener(name: string, listener: () => void): void {
    this.#events.off(name, listener);
  }
  abort(): number {
    const { length } = this.#events.listeners("abort");
    this.#events.emit("abort");
    return length;
  }
}

test("calls on one signal of a library reject together with the reason", async () => {
  const signal = new EmittingSignal();
  const client = clientOf(() => new Promise(() => {}));
  const options = { signal: signal as unknown as AbortSignal, timeoutMs: 1_000, retries: 0 };
  const pending = Array.from({ length: 20 }, () => client.listLeads({}, options).catch((reason) => reason));
  await new Promise((resolve) => setImmediate(resolve));
  expect(signal.abort()).toBe(1);
  expect(new Set(await Promise.all(pending))).toEqual(new Set(["all"]));
  expect(warnings).toEqual([]);
});

test("an abort after the call has no effect", async () => {
  const controller = new AbortController();
  const aborted = vi.fn();
  const client = clientOf(async (_, { signal }) => {
    signal?.addEventListener("abort", aborted);
    return jsonResponse([]);
  });
  await client.listLeads({}, { signal: controller.signal });
  controller.abort();
  expect(aborted).not.toHaveBeenCalled();
});
