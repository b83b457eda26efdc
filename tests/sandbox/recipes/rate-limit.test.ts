import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import { afterEach, beforeEach, expect, test, vi } from "vitest";

const sandbox = createSandbox();
const serviceform = createClient({ apiKey: "sf_sandbox_key", fetch: sandbox.fetch, retries: 2 });
const spaceId = "space-customers";

beforeEach(() => {
  sandbox.reset();
  vi.useFakeTimers();
});
afterEach(() => vi.useRealTimers());

test("calls wait for a rate limit to end, and each item is created once", async () => {
  sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 30, times: 40 });
  const names = Array.from({ length: 20 }, (_, index) => `Customer ${index}`);
  const written = Promise.all(names.map((primary_field) => serviceform.createItem({ spaceId, primary_field })));
  await vi.runAllTimersAsync();
  await written;
  const stored = sandbox.store.items.map(({ primary_field = "" }) => primary_field);
  expect(stored.filter((name) => name.startsWith("Customer ")).sort()).toEqual(names.sort());
});

test("a rate limit that does not end rejects with its delay", async () => {
  const remove = sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 30, times: Infinity });
  const rejected = expect(serviceform.listLeads()).rejects.toMatchObject({ status: 429, retryAfterMs: 30_000 });
  await vi.runAllTimersAsync();
  await rejected;
  expect(sandbox.requests).toHaveLength(3);
  remove();
  expect(await serviceform.listLeads()).toHaveLength(60);
});
