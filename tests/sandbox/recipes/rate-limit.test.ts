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

test("a storm of 429 is waited out, and everything is written once", async () => {
  sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 30, times: 40 });
  const names = Array.from({ length: 20 }, (_, index) => `Customer ${index}`);
  const written = Promise.all(names.map((primary_field) => serviceform.createItem({ spaceId, primary_field })));
  await vi.runAllTimersAsync();
  await written;
  const stored = sandbox.store.items.map(({ primary_field = "" }) => primary_field);
  expect(stored.filter((name) => name.startsWith("Customer ")).sort()).toEqual(names.sort());
});

test("a storm that does not end is told with the time to wait", async () => {
  const calm = sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 30, times: Infinity });
  const refused = expect(serviceform.listLeads()).rejects.toMatchObject({ status: 429, retryAfterMs: 30_000 });
  await vi.runAllTimersAsync();
  await refused;
  expect(sandbox.requests).toHaveLength(3);
  calm();
  expect(await serviceform.listLeads()).toHaveLength(60);
});
