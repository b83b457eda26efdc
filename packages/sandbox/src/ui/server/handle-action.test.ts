import { expect, test } from "vitest";
import { call } from "../../testing/call.js";
import { createInternals } from "../../testing/sandbox.js";
import { handleAction } from "./handle-action.js";

const json = { "content-type": "application/json" };

function sandboxWithAFault() {
  const open = createInternals({ faults: [{ kind: "html" }] });
  const { sandbox, faults, log } = open;
  const send = (path: string, init: RequestInit) =>
    handleAction(new Request(`http://127.0.0.1:4010/_sandbox/${path}`, init), open);
  return { sandbox, faults, log, send };
}

test("a fault is added, with null for every time", async () => {
  const { sandbox, send } = sandboxWithAFault();
  const body = JSON.stringify({ kind: "latency", ms: 5, times: null });
  expect((await send("faults", { method: "POST", headers: json, body }))?.status).toBe(204);
  expect(sandbox.faults.list()[1]).toEqual({ kind: "latency", ms: 5, times: Number.POSITIVE_INFINITY });
});

test.each([
  ['{"kind":"flood"}', expect.stringMatching(/^the kind of a fault must be one of /)],
  ["", 'a fault must be an object such as { kind: "reset" }'],
  ["{", "The body must be JSON."],
  [`{"kind":"${"x".repeat(2 ** 20)}"}`, "The body is larger than 1048576 bytes."],
  ['{"kind":"latency","ms":-1}', "ms of a fault of kind latency must be a number of at least 0"],
])("a fault that is %s is rejected with a sentence", async (body, sentence) => {
  const { sandbox, send } = sandboxWithAFault();
  const response = await send("faults", { method: "POST", headers: json, body });
  expect(response?.status).toBe(400);
  expect(await response?.json()).toEqual({ message: sentence });
  expect(sandbox.faults.list()).toHaveLength(1);
});

test("one fault is removed by its number, once", async () => {
  const { sandbox, faults, send } = sandboxWithAFault();
  const path = `faults/${faults.entries()[0]?.id}`;
  expect((await send(path, { method: "DELETE" }))?.status).toBe(204);
  expect(sandbox.faults.list()).toEqual([]);
  expect((await send(path, { method: "DELETE" }))?.status).toBe(404);
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
  const { sandbox, send } = sandboxWithAFault();
  sandbox.store.items = [];
  for (const path of ["reset", "faults", "advance", "requests/1/replay", "operations/deleteItem"]) {
    const response = await send(path, { method: "POST", headers, body: '{"kind":"html"}' });
    expect(response?.status).toBe(status);
    expect(response?.headers.has("access-control-allow-origin")).toBe(false);
  }
  expect([sandbox.store.items, sandbox.faults.list().length]).toEqual([[], 1]);
});

test("a cross-origin page removes no fault, and its preflight is rejected", async () => {
  const { sandbox, faults, send } = sandboxWithAFault();
  const path = `faults/${faults.entries()[0]?.id}`;
  expect((await send(path, { method: "DELETE", headers: { origin: "https://page.example" } }))?.status).toBe(403);
  expect((await send(path, { method: "OPTIONS" }))?.status).toBe(405);
  expect(sandbox.faults.list()).toHaveLength(1);
});

test("a same-origin page is accepted, also behind a TLS proxy", async () => {
  const { sandbox, send } = sandboxWithAFault();
  sandbox.store.items = [];
  const headers = { ...json, "sec-fetch-site": "same-origin", origin: "https://127.0.0.1:4010" };
  expect((await send("reset", { method: "POST", headers, body: "{}" }))?.status).toBe(204);
  expect(sandbox.store.items).not.toHaveLength(0);
});

test("a typed address and a caller without a browser are accepted", async () => {
  const { sandbox, send } = sandboxWithAFault();
  for (const headers of [
    json,
    { ...json, "sec-fetch-site": "none" },
    { "content-type": "Application/JSON; charset=x" },
  ]) {
    sandbox.store.items = [];
    expect((await send("reset", { method: "POST", headers, body: "{}" }))?.status).toBe(204);
    expect(sandbox.store.items).not.toHaveLength(0);
  }
});

test("other paths are passed on", () => {
  const { send } = sandboxWithAFault();
  for (const path of ["", "reset/1", "faults/x", "faults/1/2", "events", "requests/1", "requests/x/replay"]) {
    expect(send(path, { method: "POST" })).toBeUndefined();
  }
});

test("a request is replayed with the sandbox's key, and recorded once more", async () => {
  const { sandbox, log, send } = sandboxWithAFault();
  sandbox.faults.clear();
  log.recordsResponses = true;
  const target = "POST /flex/spaces/space-customers/items";
  await call(sandbox, target, { key: "wrong", body: { primary_field: "Acme" } });
  const [first] = log.entries();
  expect((await send(`requests/${first?.id}/replay`, { method: "POST", headers: json, body: "{}" }))?.status).toBe(204);
  await expect.poll(() => log.entries()[1]?.response?.state).toBe("complete");
  expect(sandbox.requests.map(({ body, status }) => [body, status])).toEqual([
    [{ primary_field: "Acme" }, 403],
    [{ primary_field: "Acme" }, 200],
  ]);
  expect((await send("requests/99/replay", { method: "POST", headers: json, body: "{}" }))?.status).toBe(404);
});

test("an operation is called without faults and without a record, and rejects invalid input as the API does", async () => {
  const { sandbox, send } = sandboxWithAFault();
  const init = (input: object) => ({ method: "POST", headers: json, body: JSON.stringify(input) });
  const [{ id: itemId = "", space_id: spaceId = "" } = {}] = sandbox.store.items;
  const response = await send("operations/updateItem", init({ spaceId, itemId, primary_field: "=1+1 \ud800" }));
  expect(await response?.json()).toMatchObject({ id: itemId, primary_field: "=1+1 \ud800" });
  expect(sandbox.store.items[0]?.primary_field).toBe("=1+1 \ud800");
  const rejected = await send("operations/updateItem", init({ spaceId, itemId: "gone", primary_field: "x" }));
  expect([rejected?.status, await rejected?.json()]).toEqual([404, { message: expect.stringContaining("gone") }]);
  expect((await send("operations/toString", init({})))?.status).toBe(404);
  expect([sandbox.requests, sandbox.faults.list().length]).toEqual([[], 1]);
});
