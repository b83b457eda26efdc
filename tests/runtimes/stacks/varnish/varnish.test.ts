import { expect, test } from "vitest";
import { apiKey, createClient } from "../installed.ts";
import { type ServedSandbox, startSandbox } from "../start-sandbox.ts";
import { startVarnish } from "./varnish.ts";

const PATIENT = { timeout: 60_000 };
/** The `Retry-After` of Varnish's own error page. */
const RETRY_AFTER_MS = 5_000;

/** Varnish times out only while the API has a fault, whatever a busy machine takes for other requests. */
function markStalls({ sandbox }: ServedSandbox): typeof fetch {
  return (url, init) => {
    const headers = new Headers(init?.headers);
    if (sandbox.faults.list().length > 0) headers.set("x-stalls", "yes");
    return fetch(url, { ...init, headers });
  };
}

test.concurrent("a create that times out in Varnish is sent once and may have succeeded", async ({ expect }) => {
  await using api = await startSandbox();
  await using varnish = await startVarnish(api.port);
  api.sandbox.faults.add({ kind: "stall", after: "nothing", operation: "createItem" });
  const before = api.sandbox.store.items.length;
  const call = createClient({ apiKey, baseUrl: varnish.url, fetch: markStalls(api) }).createItem({
    spaceId: api.spaceId,
    primary_field: "Acme",
  });
  expect(await call.catch((thrown) => thrown)).toMatchObject({
    name: "ApiError",
    status: 503,
    attempts: 1,
    retryAfterMs: RETRY_AFTER_MS,
    mayHaveSucceeded: true,
  });
  await expect.poll(() => api.sandbox.store.items.length, PATIENT).toBe(before + 1);
  expect(api.count("createItem")).toBe(1);
});

test.concurrent("a delete that times out in Varnish has succeeded when the API then responds with its own 404", async () => {
  await using api = await startSandbox();
  await using varnish = await startVarnish(api.port);
  const { spaceId } = api;
  const serviceform = createClient({ apiKey, baseUrl: varnish.url, fetch: markStalls(api) });
  const { id: itemId } = await serviceform.createItem({ spaceId, primary_field: "Acme" });
  api.sandbox.faults.add({ kind: "stall", after: "nothing", operation: "deleteItem" });
  await serviceform.deleteItem({ spaceId, itemId });
  expect(api.count("deleteItem")).toBe(2);
});

test.concurrent("a delete that times out in Varnish has not succeeded when Varnish itself then responds with 404", async () => {
  await using api = await startSandbox();
  await using varnish = await startVarnish(api.port);
  const { spaceId } = api;
  // Later attempts have no route to the API.
  const loseRoute = (url: string, init: RequestInit) => {
    const headers = new Headers(init.headers);
    if (api.count("deleteItem") > 0) headers.set("x-route", "none");
    return markStalls(api)(url, { ...init, headers });
  };
  const serviceform = createClient({ apiKey, baseUrl: varnish.url, fetch: loseRoute });
  const { id: itemId } = await serviceform.createItem({ spaceId, primary_field: "Acme" });
  api.sandbox.faults.add({ kind: "stall", after: "nothing", operation: "deleteItem" });
  const error = await serviceform.deleteItem({ spaceId, itemId }).catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "ApiError", status: 404, attempts: 2, mayHaveSucceeded: true });
  expect(api.count("deleteItem")).toBe(1);
});

test.concurrent("a list that times out in Varnish is retried after Varnish's Retry-After", async () => {
  await using api = await startSandbox();
  await using varnish = await startVarnish(api.port);
  api.sandbox.faults.add({ kind: "stall", after: "nothing", operation: "listLeads" });
  const delays: unknown[] = [];
  const hooks = { onRetry: ({ delayMs }: { delayMs?: number }) => delays.push(delayMs) };
  const leads = await createClient({ apiKey, baseUrl: varnish.url, fetch: markStalls(api), hooks }).listLeads();
  expect(leads).toHaveLength(api.sandbox.store.leads.length);
  expect(delays).toEqual([expect.any(Number)]);
  expect(delays[0]).toBeGreaterThanOrEqual(RETRY_AFTER_MS);
});

test.concurrent("Varnish's page is the body of the error when the API is down", async () => {
  await using api = await startSandbox();
  await using varnish = await startVarnish(api.port);
  await api[Symbol.asyncDispose]();
  const call = createClient({ apiKey, baseUrl: varnish.url, retries: 0 }).listLeads();
  const error = await call.catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "ApiError", status: 503, attempts: 1, retryAfterMs: RETRY_AFTER_MS });
  expect(error.body).toContain("Guru Meditation");
});
