import { getEventListeners } from "node:events";
import type { Lead } from "@serviceform/types";
import { expect, test } from "vitest";
import { ContractError } from "./contract-error.js";
import type { Sandbox } from "./create-sandbox.js";
import { parseOptions, type SandboxOptions } from "./options.js";
import type { Store } from "./seed-data/create-store.js";
import { call, read } from "./testing/call.js";
import { manyLeads } from "./testing/many-leads.js";
import { createSandbox } from "./testing/sandbox.js";

const reads = ["GET /flex/spaces", "GET /flex/spaces/space-customers/items", "GET /leads", "GET /statistics/chat"];
const now = "2026-01-01T00:00:00Z";
const items = "/flex/spaces/space-customers/items";

/** The responses to a write and to every way to read. */
async function everything(sandbox: Sandbox): Promise<string[]> {
  const created = await call(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } });
  const responses = await Promise.all(reads.map((what) => call(sandbox, what)));
  responses.push(created, await call(sandbox, "POST /chats", { body: { showMessages: true } }));
  return Promise.all(responses.map((response) => response.text()));
}

test("the same seed gives the same bytes, another seed gives others", async () => {
  const first = await everything(createSandbox({ seed: 7, now }));
  expect(await everything(createSandbox({ seed: 7, now }))).toEqual(first);
  const [, ...others] = await everything(createSandbox({ seed: 8, now }));
  for (const [index, other] of others.entries()) expect(other).not.toBe(first[index + 1]);
});

test("reset restores the first day after any changes", async () => {
  const sandbox = createSandbox({ now: () => 1_750_000_000_000, faults: [{ kind: "status", status: 500, times: 2 }] });
  const run = async () => {
    const statuses = [await call(sandbox, "GET /leads"), await call(sandbox, "GET /leads")].map(({ status }) => status);
    return [...statuses, ...(await everything(sandbox)), sandbox.advance(), ...(await everything(sandbox))];
  };
  const first = await run();
  sandbox.store.leads.length = 0;
  sandbox.store.spaces = [];
  sandbox.faults.add({ kind: "reset" });
  const { store, requests, fetch } = sandbox;
  sandbox.reset();
  expect(requests).toEqual([]);
  expect(await run()).toEqual(first);
  expect([sandbox.store, sandbox.requests, sandbox.fetch]).toEqual([store, requests, fetch]);
});

test("two sandboxes share nothing", async () => {
  const [one, other] = [createSandbox({ now }), createSandbox({ now })];
  await call(one, `POST ${items}`, { body: { primary_field: "Acme" } });
  one.store.spaces.length = 0;
  expect(other.store).toEqual(createSandbox({ now }).store);
  expect(other.requests).toEqual([]);
});

test("fetch works detached, with a Request, a URL or text, at any origin", async () => {
  const { fetch } = createSandbox({ apiKey: "k" });
  const headers = { "sf-api-key": "k" };
  const url = "http://localhost:1234/leads";
  const responses = [
    fetch(url, { headers }),
    fetch(new URL(url), { headers }),
    fetch(new Request(url, { headers })),
    fetch(new Request(url), { headers }),
  ];
  expect((await Promise.all(responses)).map(({ status }) => status)).toEqual([200, 200, 200, 200]);
});

test("a body of any kind is read", async () => {
  const sandbox = createSandbox();
  const text = '{"primary_field":"ü"}';
  const bytes = new TextEncoder().encode(text);
  for (const body of [text, bytes, new Blob([text]), new Response(text).body]) {
    const headers = { "content-type": "application/json", "sf-api-key": "sf_sandbox_key" };
    const init = { method: "POST", headers, body, duplex: "half" } as RequestInit;
    const response = await sandbox.fetch(`https://link.serviceform.com${items}`, init);
    expect([response.status, await response.json()]).toMatchObject([200, { primary_field: "ü" }]);
  }
});

test("an aborted signal rejects with its reason and nothing is recorded", async () => {
  const sandbox = createSandbox();
  const reason = new Error("enough");
  const signal = AbortSignal.abort(reason);
  await expect(call(sandbox, "GET /leads", { signal })).rejects.toBe(reason);
  await expect(sandbox.fetch(new Request("https://x.example/leads", { signal }))).rejects.toBe(reason);
  expect(sandbox.requests).toEqual([]);
});

test("a signal that is aborted while the body arrives prevents the write", async () => {
  const sandbox = createSandbox();
  const before = structuredClone(sandbox.store.items);
  const abort = new AbortController();
  const body = new ReadableStream({
    async pull(controller) {
      await Promise.resolve(abort.abort());
      controller.enqueue(new TextEncoder().encode('{"primary_field":"Acme"}'));
      controller.close();
    },
  });
  const headers = { "content-type": "application/json", "sf-api-key": "sf_sandbox_key" };
  const init = { method: "POST", headers, body, duplex: "half", signal: abort.signal } as RequestInit;
  await expect(sandbox.fetch(`https://link.serviceform.com${items}`, init)).rejects.toThrow("aborted");
  expect(sandbox.store.items).toEqual(before);
});

test("a signal that many calls share gathers no listeners", async () => {
  const sandbox = createSandbox({ faults: [{ kind: "latency", ms: 1 }] });
  const { signal } = new AbortController();
  for (let number = 0; number < 20; number += 1) await call(sandbox, "GET /flex/spaces", { signal });
  expect(getEventListeners(signal, "abort")).toEqual([]);
});

test("an invalid URL rejects as fetch does", async () => {
  await expect(createSandbox().fetch("/leads")).rejects.toThrow(TypeError);
});

test("any page may read a response, after a preflight", async () => {
  const sandbox = createSandbox();
  const headers = {
    "access-control-request-method": "PUT",
    "access-control-request-headers": "content-type,sf-api-key",
  };
  const preflight = await call(sandbox, `OPTIONS ${items}/item-1`, { headers, key: undefined });
  expect(preflight.status).toBe(204);
  expect(Object.fromEntries(preflight.headers)).toMatchObject({
    "access-control-allow-origin": "*",
    "access-control-allow-methods": "PUT",
    "access-control-allow-headers": "content-type,sf-api-key",
  });
  for (const what of ["GET /leads", "GET /nothing", "PUT /leads"]) {
    expect((await call(sandbox, what)).headers.get("access-control-allow-origin")).toBe("*");
  }
});

test("a response that violates the contract is a ContractError that names the operation and the path", async () => {
  const sandbox = createSandbox();
  sandbox.store.leads[3] = { id: 5 } as unknown as Lead;
  await expect(call(sandbox, "GET /leads")).rejects.toMatchObject({
    name: "ContractError",
    operation: "listLeads",
    path: "/3/id",
    message: expect.stringMatching(/listLeads.*\/3\/id.*number/),
  });
});

const cyclic: { id: string; self?: unknown } = { id: "a" };
cyclic.self = cyclic;
const throwing = {
  get id(): string {
    throw new RangeError("no id");
  },
};

test.each<[string, string, (store: Store) => void]>([
  ["no list", "GET /leads", (store) => Object.assign(store, { leads: null })],
  ["no list", "GET /flex/spaces/space-customers/items", (store) => Object.assign(store, { spaces: undefined })],
  ["no object in a list", "POST /chats", (store) => Object.assign(store, { chats: [null] })],
  ["no object in a list", "GET /statistics/chat", (store) => Object.assign(store, { chats: [null] })],
  ["a field that throws", "GET /leads", (store) => Object.assign(store, { leads: [throwing] })],
  ["a cycle", "GET /leads", (store) => Object.assign(store, { leads: [cyclic] })],
  ["a BigInt", "GET /leads", (store) => Object.assign(store, { leads: [{ id: 1n }] })],
  ["a BigInt in a field of its own", "GET /leads", (store) => Object.assign(store, { leads: [{ id: "a", own: 1n }] })],
  ["a BigInt, corrupted by a fault", "GET /flex/spaces", (store) => Object.assign(store, { spaces: [{ id: 1n }] })],
])("%s in the store is a ContractError of %s, not a failure of the network", async (_, what, corrupt) => {
  const sandbox = createSandbox();
  corrupt(sandbox.store);
  const body = what.startsWith("POST") ? { body: {} } : {};
  const error = await call(sandbox, what, body).catch((error) => error);
  expect(error).toBeInstanceOf(ContractError);
  expect(error.operation).toBe(sandbox.requests[0]?.operation);
});

test("an error thrown by the now or createId option is the cause of a ContractError", async () => {
  const cause = new TypeError("no id");
  const createId = () => {
    throw cause;
  };
  const sandbox = createSandbox({ createId });
  await expect(call(sandbox, `POST ${items}`, { body: { primary_field: "Acme" } })).rejects.toMatchObject({
    name: "ContractError",
    operation: "createItem",
    message: expect.stringContaining("no id"),
    cause,
  });
});

test("a ContractError makes a client rethrow it, without showing how", () => {
  const error = new ContractError("listLeads", 200, "/0", "No.");
  const mark = Symbol.for("@serviceform/rethrow");
  expect((error as never)[mark]).toBe(true);
  expect(Object.getOwnPropertyDescriptor(ContractError.prototype, mark)?.enumerable).toBe(false);
  expect(Reflect.ownKeys(error)).not.toContain(mark);
});

test.each([
  ["POST /chats", 400],
  [`POST ${items}`, 422],
  [`PUT ${items}/item-1`, 422],
])("a lone surrogate in a name is handled by %s like any other name", async (what, status) => {
  const sandbox = createSandbox();
  for (const name of ["other", "\\ud800", "\\udfff", "a\\udc00\\ud800", "\\ud83d\\ude00", "%", "#", "\\\\ud800"]) {
    const response = await call(sandbox, what, { body: `{"primary_field":"x","${name}":1}` });
    expect([name, response.status]).toEqual([name, status]);
  }
});

test("a body of any depth gets a response", async () => {
  const sandbox = createSandbox();
  // Around the depth at which the stack ends, and around the levels that a body can have.
  for (const depth of [999, 1_000, 1_001, ...Array.from({ length: 15 }, (_, index) => 1_500 * index)]) {
    const body = `{"primary_field":${"[".repeat(depth)}${"]".repeat(depth)}}`;
    expect((await call(sandbox, `POST ${items}`, { body })).status).toBe(422);
    expect(() => JSON.stringify(sandbox.requests.at(-1))).not.toThrow();
  }
});

test("an invalid element breaks off a long list", async () => {
  const sandbox = createSandbox();
  sandbox.store.leads = [...manyLeads(), { name: "Jane" } as Lead];
  const response = await call(sandbox, "GET /leads");
  await expect(response.text()).rejects.toMatchObject({ name: "ContractError", path: "/510/id" });
});

test("values that JSON omits or serializes as text are valid", async () => {
  const sandbox = createSandbox();
  sandbox.store.leads = [{ id: "a", name: undefined, created: new Date(0) } as unknown as Lead];
  expect(await read(sandbox, "GET /leads")).toEqual([{ id: "a", created: "1970-01-01T00:00:00.000Z" }]);
});

test("a number, text, list or null in place of options is rejected", () => {
  for (const options of [60, "x", [], null])
    expect(() => parseOptions(options as SandboxOptions)).toThrow("options must be an object");
});

test.each<[unknown, string]>([
  [{ apikey: "x" }, 'unknown option "apikey"'],
  [{ apiKey: "" }, "apiKey must be ASCII text without spaces"],
  [{ apiKey: "a\nb" }, "apiKey"],
  [{ seed: 1.5 }, "seed must be an integer"],
  [{ seed: "1" }, "seed"],
  [{ leadCount: -1 }, "leadCount must be an integer from 0 to 4294967295"],
  [{ leadCount: 2 ** 32 }, "leadCount"],
  [{ now: "never" }, "now must be a date, epoch milliseconds, ISO 8601, or a function that returns one"],
  [{ now: () => Number.NaN }, "now"],
  [{ now: null }, "now"],
  [{ now: true }, "now"],
  [{ createId: "x" }, "createId must be a function"],
  [{ faults: {} }, "faults must be a list"],
  [{ faults: [{ kind: "flood" }] }, "the kind of a fault"],
  [{ chatCount: 0.5 }, "chatCount must be an integer from 0"],
  [{ itemCount: "1" }, "itemCount must be an integer from 0"],
  [{ messy: 1 }, "messy must be true or false"],
  [{ now: "30 June 2025" }, "now must be"],
  [{ now: "2025-02-30T12:00:00Z" }, "now must be"],
  [{ accounts: [] }, "accounts must be an object of seeds by API key"],
  [{ accounts: { "a b": 1 } }, "the keys of accounts must be ASCII text without spaces"],
  [{ accounts: { key: "1" } }, "the seeds of accounts must be integers"],
  [{ accounts: { sf_sandbox_key: 2 } }, "accounts must not contain the apiKey"],
])("the options %o are rejected", (options, sentence) => {
  expect(() => createSandbox(options as SandboxOptions)).toThrow(sentence);
});
