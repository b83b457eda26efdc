import { request } from "node:http";
import { afterAll, beforeEach, expect, test, vi } from "vitest";
import { manyLeads } from "../testing/many-leads.js";
import { startServer } from "../testing/sandbox.js";

const server = await startServer({ messy: false });
const { sandbox, url } = server;
const headers = { "sf-api-key": "sf_sandbox_key" };

afterAll(() => server.close());
beforeEach(() => sandbox.reset());

const get = (path: string, init?: RequestInit) => fetch(`${url}${path}`, { headers, redirect: "manual", ...init });

test("a reset resets the connection", async () => {
  sandbox.faults.add({ kind: "reset" });
  await expect(get("/leads")).rejects.toMatchObject({ message: "fetch failed", cause: { code: "ECONNRESET" } });
  expect((await get("/leads")).status).toBe(200);
});

test.each([
  ["/flex/spaces", "content-length"],
  ["/leads", "transfer-encoding"],
])("a cut of %s breaks off a body that was announced by its %s", async (path, header) => {
  sandbox.store.leads = manyLeads();
  sandbox.faults.add({ kind: "cut" });
  const response = await get(path);
  expect([response.status, response.headers.has(header)]).toEqual([200, true]);
  const reader = response.body?.getReader();
  expect(new TextDecoder().decode((await reader?.read())?.value)).toMatch(/^\[\{"id":/);
  await expect(
    (async () => {
      while (!(await reader?.read())?.done);
    })(),
  ).rejects.toThrow("terminated");
});

test("a cut of a response without a body is noticed too", async () => {
  sandbox.store.items.push({ id: "own", space_id: "space-archive" });
  sandbox.faults.add({ kind: "cut" });
  const response = await get("/flex/spaces/space-archive/items/own", { method: "DELETE" });
  await expect(response.text()).rejects.toThrow("terminated");
});

test("a stall after the headers sends them", async () => {
  sandbox.faults.add({ kind: "stall", after: "headers" });
  const abort = new AbortController();
  const response = await get("/flex/spaces", { signal: abort.signal });
  expect([response.status, response.headers.get("content-type")]).toEqual([200, "application/json"]);
  const body = response.text();
  abort.abort();
  await expect(body).rejects.toMatchObject({ name: "AbortError" });
});

test("a stall after nothing sends no byte, and ends when the caller disconnects", async () => {
  sandbox.faults.add({ kind: "stall", after: "nothing" });
  const client = request(`${url}/leads`, { headers });
  const seen = vi.fn();
  client.on("response", seen).on("error", () => {});
  client.end();
  await expect.poll(() => sandbox.requests).toHaveLength(1);
  expect((await get("/flex/spaces")).status).toBe(200);
  expect([seen.mock.calls.length, client.socket?.bytesRead]).toEqual([0, 0]);
  client.destroy();
});
