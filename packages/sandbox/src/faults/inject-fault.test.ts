import type { Item } from "@serviceform/types";
import { afterEach, expect, test, vi } from "vitest";
import { call, read } from "../testing/call.js";
import { createSandbox } from "../testing/sandbox.js";
import { validateExchange } from "../testing/validate-exchange.js";
import type { Fault } from "./fault.js";

const items = "/flex/spaces/space-customers/items";
const create = (sandbox: ReturnType<typeof createSandbox>, signal?: AbortSignal) =>
  call(sandbox, `POST ${items}`, { body: { primary_field: "Acme" }, ...(signal && { signal }) });

afterEach(() => void vi.useRealTimers());

test("a status fault responds with its Retry-After, once", async () => {
  const sandbox = createSandbox();
  sandbox.faults.add({ kind: "status", status: 503, retryAfterSeconds: 7 });
  const response = await call(sandbox, "GET /leads");
  expect([response.status, response.headers.get("retry-after")]).toEqual([503, "7"]);
  expect(await response.json()).toEqual({ message: expect.stringContaining("503") });
  expect((await call(sandbox, "GET /leads")).status).toBe(200);
});

test.each([204, 205, 300, 304, 418, 599])("a status fault responds with %i", async (status) => {
  const sandbox = createSandbox({ faults: [{ kind: "status", status }] });
  expect((await call(sandbox, "GET /leads")).status).toBe(status);
});

test("a reset rejects as fetch does", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "reset" }] });
  const error: TypeError = await call(sandbox, "GET /leads").catch((error) => error);
  expect(error).toBeInstanceOf(TypeError);
  expect(error).toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
  expect(sandbox.requests[0]).toMatchObject({ operation: "listLeads", status: undefined });
});

test.each([
  [undefined, "Sign in"],
  [404, "Error 404"],
  [502, "Error 502"],
])("HTML with status %s is a page with the title %s", async (status, title) => {
  const sandbox = createSandbox({ faults: [{ kind: "html", ...(status !== undefined && { status }) }] });
  const response = await call(sandbox, "GET /flex/spaces/space-customers/items/item-1");
  expect([response.status, response.headers.get("content-type")]).toEqual([status ?? 200, "text/html; charset=utf-8"]);
  expect(await response.text()).toMatch(new RegExp(`^<!doctype html><title>${title}</title>`));
});

test("a redirect has its target, unless fetch rejects redirects", async () => {
  const to = "https://elsewhere.example/login";
  const sandbox = createSandbox({ faults: [{ kind: "redirect", to, times: 3 }] });
  const url = "https://link.serviceform.com/leads";
  for (const redirect of ["manual", "follow"] as const) {
    const response = await sandbox.fetch(url, { redirect });
    expect([response.status, response.headers.get("location")]).toEqual([302, to]);
  }
  await expect(sandbox.fetch(url, { redirect: "error" })).rejects.toThrow(TypeError);
});

test("a stall after nothing ends with the signal's reason", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "stall", after: "nothing" }] });
  const abort = new AbortController();
  const response = call(sandbox, "GET /leads", { signal: abort.signal });
  const reason = new Error("enough");
  abort.abort(reason);
  await expect(response).rejects.toBe(reason);
});

test("a stall after the headers ends the body with the signal's reason", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "stall", after: "headers" }] });
  const abort = new AbortController();
  const response = await call(sandbox, "GET /leads", { signal: abort.signal });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  const body = response.text();
  const reason = new Error("enough");
  abort.abort(reason);
  await expect(body).rejects.toBe(reason);
});

test("a stall keeps the process running until the signal is aborted", async () => {
  vi.useFakeTimers();
  const sandbox = createSandbox({
    faults: [
      { kind: "stall", after: "nothing" },
      { kind: "stall", after: "headers", times: 2 },
    ],
  });
  const abort = new AbortController();
  const stalled = call(sandbox, "GET /leads", { signal: abort.signal });
  const { body } = await call(sandbox, "GET /leads", { signal: abort.signal });
  const response = await call(sandbox, "GET /leads", { signal: abort.signal });
  expect(vi.getTimerCount()).toBe(3);
  await body?.cancel();
  expect(vi.getTimerCount()).toBe(2);
  abort.abort();
  await expect(Promise.any([stalled, response.text()])).rejects.toThrow();
  expect(vi.getTimerCount()).toBe(0);
});

test("a stalled body can be cancelled", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "stall", after: "headers" }] });
  const response = await call(sandbox, "GET /leads", { signal: new AbortController().signal });
  await expect(response.body?.cancel()).resolves.toBeUndefined();
});

test.each([
  ["a short body", "GET /flex/spaces", 60],
  ["a long list", "GET /leads", 600],
  ["no body", "DELETE /flex/spaces/space-archive/items/own", 60],
])("cut breaks off %s", async (_name, what, leadCount) => {
  const sandbox = createSandbox({ leadCount, faults: [{ kind: "cut" }] });
  sandbox.store.items.push({ id: "own", space_id: "space-archive" });
  const response = await call(sandbox, what);
  const reader = response.body?.getReader();
  const first = reader?.read();
  if (what.startsWith("GET")) expect(new TextDecoder().decode((await first)?.value)).toMatch(/^\[\{"id":/);
  await expect(what.startsWith("GET") ? reader?.read() : first).rejects.toThrow("terminated");
});

test.each([
  "GET /flex/spaces",
  `GET ${items}`,
  "GET /flex/spaces/space-archive/items",
  "GET /statistics/chat",
  "GET /statistics/chat?metrics=totalChats",
  "GET /leads",
  "DELETE /flex/spaces/space-archive/items/own",
])("shape makes the response to %s violate the contract", async (what) => {
  const sandbox = createSandbox({ faults: [{ kind: "shape" }] });
  sandbox.store.items.push({ id: "own", space_id: "space-archive" });
  const response = await call(sandbox, what);
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  const received = { status: 200, headers: response.headers, text: await response.text() };
  const [method = "", path = ""] = what.split(" ");
  expect(validateExchange({ method, url: `https://link.serviceform.com${path}`, ...received })).toMatch(
    /^(data|No body)/,
  );
});

test("shape can respond with a given body", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "shape", body: { items: [] } }] });
  expect(await read(sandbox, "GET /leads")).toEqual({ items: [] });
});

test.each<[Fault["kind"], boolean, Fault]>([
  ["status", false, { kind: "status", status: 500 }],
  ["html", false, { kind: "html" }],
  ["html", false, { kind: "html", status: 404 }],
  ["redirect", false, { kind: "redirect", to: "/" }],
  ["reset", true, { kind: "reset" }],
  ["stall", true, { kind: "stall", after: "nothing" }],
  ["stall", true, { kind: "stall", after: "headers" }],
  ["cut", true, { kind: "cut" }],
  ["shape", true, { kind: "shape" }],
])("%s leaves a create applied: %s, unless applied is set", async (_kind, applied, fault) => {
  for (const given of [undefined, true, false]) {
    const sandbox = createSandbox({ faults: [{ ...fault, ...(given !== undefined && { applied: given }) }] });
    const { length } = sandbox.store.items;
    const abort = new AbortController();
    const response = create(sandbox, abort.signal).catch(() => {});
    await expect.poll(() => sandbox.faults.list()).toEqual([]);
    await Promise.race([response, new Promise(setImmediate)]);
    abort.abort();
    await response;
    expect(sandbox.store.items.length - length).toBe((given ?? applied) ? 1 : 0);
  }
});

test("an applied fault still rejects an invalid key or request and writes nothing", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "reset", times: 2 }] });
  const before = structuredClone(sandbox.store.items);
  await expect(call(sandbox, `POST ${items}`, { body: { primary_field: "Acme" }, key: "other" })).rejects.toThrow();
  await expect(call(sandbox, `POST ${items}`, { body: {} })).rejects.toThrow();
  expect(sandbox.store.items).toEqual(before);
});

test("latency delays a response", async () => {
  vi.useFakeTimers();
  const sandbox = createSandbox({
    faults: [
      { kind: "latency", ms: 400 },
      { kind: "latency", ms: 600 },
    ],
  });
  const settled = vi.fn();
  const response = read<Item[]>(sandbox, "GET /flex/spaces");
  void response.then(settled);
  await vi.advanceTimersByTimeAsync(999);
  expect(settled).not.toHaveBeenCalled();
  await vi.advanceTimersByTimeAsync(1);
  expect(await response).toHaveLength(4);
  expect(vi.getTimerCount()).toBe(0);
});

test.each([
  [0, false],
  [1, true],
])("an abort during latency leaves %i written items when applied is %s", async (written, applied) => {
  vi.useFakeTimers();
  const sandbox = createSandbox({ faults: [{ kind: "latency", ms: 1_000, applied }] });
  const { length } = sandbox.store.items;
  const abort = new AbortController();
  const response = create(sandbox, abort.signal);
  response.catch(() => {});
  await vi.advanceTimersByTimeAsync(999);
  abort.abort();
  await expect(response).rejects.toBe(abort.signal.reason);
  expect(sandbox.store.items.length - length).toBe(written);
  expect(vi.getTimerCount()).toBe(0);
});

test("latency combines with another fault", async () => {
  vi.useFakeTimers();
  const sandbox = createSandbox({
    faults: [
      { kind: "status", status: 500 },
      { kind: "latency", ms: 50 },
    ],
  });
  const response = call(sandbox, "GET /leads");
  await vi.advanceTimersByTimeAsync(50);
  expect((await response).status).toBe(500);
});
