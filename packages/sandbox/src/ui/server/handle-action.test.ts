import { expect, test } from "vitest";
import { call } from "../../testing/call.js";
import { createInternals } from "../../testing/sandbox.js";
import { handleAction } from "./handle-action.js";

const json = { "content-type": "application/json" };

function sandboxWithAFault() {
  const open = createInternals({ faults: [{ kind: "html" }] });
  const send = (path: string, init: RequestInit) =>
    handleAction(new Request(`http://127.0.0.1:4010/_sandbox/${path}`, init), open);
  const post = (path: string, body: string, headers: Record<string, string> = json) =>
    send(path, { method: "POST", headers, body });
  return { ...open, send, post, faultPath: `faults/${open.faults.entries()[0]?.id}` };
}

test("a fault is added, with null for every time", async () => {
  const { sandbox, post } = sandboxWithAFault();
  const fault = { kind: "latency", ms: 5 } as const;
  expect((await post("faults", JSON.stringify({ ...fault, times: null })))?.status).toBe(204);
  expect(sandbox.faults.list()[1]).toEqual({ ...fault, times: Number.POSITIVE_INFINITY });
});

test.each([
  ['{"kind":"flood"}', expect.stringMatching(/^the kind of a fault must be one of /)],
  ["", 'a fault must be an object such as { kind: "reset" }'],
  ["{", "The body must be JSON."],
  [`{"kind":"${"x".repeat(2 ** 20)}"}`, "The body is larger than 1048576 bytes."],
  ['{"kind":"latency","ms":-1}', "ms of a fault of kind latency must be a number of at least 0"],
])("a fault that is %s is rejected with a sentence", async (body, sentence) => {
  const { sandbox, post } = sandboxWithAFault();
  const response = await post("faults", body);
  expect([response?.status, await response?.json()]).toEqual([400, { message: sentence }]);
  expect(sandbox.faults.list()).toHaveLength(1);
});

test("one fault is removed by its number, once", async () => {
  const { sandbox, send, faultPath } = sandboxWithAFault();
  expect((await send(faultPath, { method: "DELETE" }))?.status).toBe(204);
  expect(sandbox.faults.list()).toEqual([]);
  expect((await send(faultPath, { method: "DELETE" }))?.status).toBe(404);
});

test.each([
  ["a page of another site", { ...json, "sec-fetch-site": "cross-site" }, 403],
  ["another port of this machine", { ...json, "sec-fetch-site": "same-site" }, 403],
  ["an old browser on another page", { ...json, origin: "https://page.example" }, 403],
  ["a page without an origin", { ...json, origin: "null" }, 403],
  ["an old browser on another port of this machine", { ...json, origin: "http://127.0.0.1:4011" }, 403],
  ["an old browser on the default port of this machine", { ...json, origin: "http://127.0.0.1" }, 403],
  ["an old browser on another name of this machine", { ...json, origin: "http://localhost:4010" }, 403],
  ["a page that sends no type", { "content-type": "" }, 415],
  ["a form", { "content-type": "text/plain" }, 415],
])("%s changes nothing", async (_, headers, status) => {
  const { sandbox, post } = sandboxWithAFault();
  sandbox.store.items = [];
  for (const path of ["reset", "faults", "advance", "requests/1/replay", "operations/deleteItem"]) {
    const response = await post(path, '{"kind":"html"}', headers);
    expect([response?.status, response?.headers.has("access-control-allow-origin")]).toEqual([status, false]);
  }
  expect([sandbox.store.items, sandbox.faults.list().length]).toEqual([[], 1]);
});

test("a cross-origin page removes no fault, and its preflight is rejected", async () => {
  const { sandbox, send, faultPath } = sandboxWithAFault();
  expect((await send(faultPath, { method: "DELETE", headers: { origin: "https://page.example" } }))?.status).toBe(403);
  expect((await send(faultPath, { method: "OPTIONS" }))?.status).toBe(405);
  expect(sandbox.faults.list()).toHaveLength(1);
});

test.each([
  ["a same-origin page behind a TLS proxy", { "sec-fetch-site": "same-origin", origin: "https://127.0.0.1:4010" }],
  ["a typed address", { "sec-fetch-site": "none" }],
  ["a caller without a browser", {}],
  ["a type with a parameter", { "content-type": "Application/JSON; charset=x" }],
])("%s is accepted", async (_, headers) => {
  const { sandbox, post } = sandboxWithAFault();
  sandbox.store.items = [];
  expect((await post("reset", "{}", { ...json, ...headers }))?.status).toBe(204);
  expect(sandbox.store.items).not.toHaveLength(0);
});

test("other paths are passed on", () => {
  const { send } = sandboxWithAFault();
  for (const path of ["", "reset/1", "faults/x", "faults/1/2", "events", "requests/1", "requests/x/replay"]) {
    expect(send(path, { method: "POST" })).toBeUndefined();
  }
});

test("a request is replayed with the sandbox's key, and recorded once more", async () => {
  const { sandbox, log, post } = sandboxWithAFault();
  sandbox.faults.clear();
  log.recordsResponses = true;
  const body = { primary_field: "Acme" };
  await call(sandbox, "POST /flex/spaces/space-customers/items", { key: "wrong", body });
  expect((await post(`requests/${log.entries()[0]?.id}/replay`, "{}"))?.status).toBe(204);
  await expect.poll(() => log.entries()[1]?.response?.state).toBe("complete");
  expect(sandbox.requests).toMatchObject([
    { body, status: 403 },
    { body, status: 200 },
  ]);
  expect((await post("requests/99/replay", "{}"))?.status).toBe(404);
});

test("an operation is called without faults and without a record, and rejects invalid input as the API does", async () => {
  const { sandbox, post } = sandboxWithAFault();
  const update = (input: object) => post("operations/updateItem", JSON.stringify(input));
  const [{ id: itemId = "", space_id: spaceId = "" } = {}] = sandbox.store.items;
  const response = await update({ spaceId, itemId, primary_field: "=1+1 \ud800" });
  expect(await response?.json()).toMatchObject({ id: itemId, primary_field: "=1+1 \ud800" });
  expect(sandbox.store.items[0]?.primary_field).toBe("=1+1 \ud800");
  const rejected = await update({ spaceId, itemId: "gone", primary_field: "x" });
  expect([rejected?.status, await rejected?.json()]).toEqual([404, { message: expect.stringContaining("gone") }]);
  expect((await post("operations/toString", "{}"))?.status).toBe(404);
  expect([sandbox.requests, sandbox.faults.list().length]).toEqual([[], 1]);
});
