import { once } from "node:events";
import type { IncomingMessage, ServerResponse } from "node:http";
import { expect } from "vitest";
import { closedUrl, serveHttp } from "../../src/listen.ts";
import { apiKey, createClient, isApiError } from "../installed.ts";
import { startSandbox } from "../start-sandbox.ts";

export type Fetch = typeof fetch;

interface TestCase {
  readonly title: string;
  run(fetch: Fetch): Promise<void>;
}

/** Cases for a `fetch` whose responses have no web streams. */
export const testCases: readonly TestCase[] = [
  { title: "reads the same list as the platform's fetch", run: readsList },
  { title: "creates one item", run: createsOnce },
  { title: "keeps the body of a 404", run: keepsErrorBody },
  { title: "streams every element", run: streamsAll },
  { title: "ends the download when a stream is left early", run: leavesEarly },
  { title: "aborts with the caller's reason", run: aborts },
  { title: "times out before the headers", run: (fetch) => timesOut(fetch, "nothing") },
  { title: "times out within the body", run: (fetch) => timesOut(fetch, "headers") },
  { title: "retries a truncated body", run: retriesTruncatedBody },
  { title: "sends a create once when the connection is reset", run: createsOnceOnReset },
  { title: "retries a create when the connection is refused", run: retriesRefusedConnection },
];

async function readsList(fetch: Fetch): Promise<void> {
  await using api = await startSandbox();
  const expected = await createClient({ apiKey, baseUrl: api.url }).listLeads();
  expect(await createClient({ apiKey, baseUrl: api.url, fetch }).listLeads()).toEqual(expected);
  expect(expected.length).toBeGreaterThan(10);
}

async function createsOnce(fetch: Fetch): Promise<void> {
  await using api = await startSandbox();
  const { spaceId } = api;
  const serviceform = createClient({ apiKey, baseUrl: api.url, fetch });
  const item = await serviceform.createItem({ spaceId, primary_field: "Ängström" });
  expect(item.primary_field).toBe("Ängström");
  expect(api.count("createItem")).toBe(1);
}

async function keepsErrorBody(fetch: Fetch): Promise<void> {
  await using api = await startSandbox();
  const serviceform = createClient({ apiKey, baseUrl: api.url, fetch });
  const error = await serviceform.getItem({ spaceId: api.spaceId, itemId: "unknown" }).catch((thrown) => thrown);
  expect(isApiError(error, "getItem", 404)).toBe(true);
  expect(error.body.message).toContain("unknown");
}

async function streamsAll(fetch: Fetch): Promise<void> {
  await using api = await startSandbox();
  const serviceform = createClient({ apiKey, baseUrl: api.url, fetch });
  expect(await Array.fromAsync(serviceform.stream.listLeads())).toEqual(await serviceform.listLeads());
}

async function leavesEarly(fetch: Fetch): Promise<void> {
  const closed = Promise.withResolvers<void>();
  await using api = await serveHttp((_, response) => {
    response.once("close", closed.resolve);
    response.setHeader("content-type", "application/json");
    response.write('[{"id":"lead-1"},');
    writeWithoutEnd(response);
  });
  for await (const lead of createClient({ apiKey, baseUrl: api.url, fetch }).stream.listLeads()) {
    expect(lead.id).toBe("lead-1");
    break;
  }
  await closed.promise;
}

/** Writes with backpressure. */
function writeWithoutEnd(response: ServerResponse): void {
  const element = `{"id":"${"x".repeat(10_000)}"},`;
  const write = () => {
    while (!response.destroyed && response.write(element));
  };
  response.on("drain", write);
  write();
}

async function aborts(fetch: Fetch): Promise<void> {
  const arrived = Promise.withResolvers<IncomingMessage>();
  await using api = await serveHttp(arrived.resolve);
  const stop = new AbortController();
  const options = { signal: stop.signal };
  const call = createClient({ apiKey, baseUrl: api.url, fetch }).listLeads({}, options);
  await Promise.race([arrived.promise, call]);
  const closed = arrived.promise.then(({ socket }) => once(socket, "close"));
  const reason = new Error("the user left");
  stop.abort(reason);
  await expect(call).rejects.toBe(reason);
  await closed;
}

async function timesOut(fetch: Fetch, after: "nothing" | "headers"): Promise<void> {
  await using api = await startSandbox();
  api.sandbox.faults.add({ kind: "stall", after, times: Number.POSITIVE_INFINITY });
  const serviceform = createClient({ apiKey, baseUrl: api.url, fetch, retries: 0, timeoutMs: 500 });
  const error = await serviceform.listLeads().catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "TimeoutError", limit: "timeoutMs", attempts: 1 });
}

async function retriesTruncatedBody(fetch: Fetch): Promise<void> {
  await using api = await startSandbox();
  api.sandbox.faults.add({ kind: "cut" });
  // node-fetch 2, which is in cross-fetch, reports no end of a truncated body: the timeout finds it. On a busy machine
  // it may end whole bodies too.
  const retries = { limit: 20, baseDelayMs: 1, budget: 20 };
  const serviceform = createClient({ apiKey, baseUrl: api.url, fetch, timeoutMs: 1_000, retries });
  expect(await serviceform.listLeads()).toHaveLength(api.sandbox.store.leads.length);
  expect(api.count("listLeads")).toBeGreaterThan(1);
}

async function createsOnceOnReset(fetch: Fetch): Promise<void> {
  await using api = await startSandbox();
  api.sandbox.faults.add({ kind: "reset" });
  const serviceform = createClient({ apiKey, baseUrl: api.url, fetch });
  const call = serviceform.createItem({ spaceId: api.spaceId, primary_field: "Acme" });
  const error = await call.catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 1, mayHaveSucceeded: true });
  expect(api.count("createItem")).toBe(1);
}

async function retriesRefusedConnection(fetch: Fetch): Promise<void> {
  const serviceform = createClient({ apiKey, baseUrl: await closedUrl(), fetch, retries: { baseDelayMs: 1 } });
  const call = serviceform.createItem({ spaceId: "space-1", primary_field: "Acme" });
  const error = await call.catch((thrown) => thrown);
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 3, mayHaveSucceeded: false });
}
