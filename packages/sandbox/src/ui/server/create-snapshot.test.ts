import { expect, test } from "vitest";
import { call } from "../../testing/call.js";
import { createInternals } from "../../testing/sandbox.js";
import type { Snapshot } from "../client/snapshot.js";
import { createSnapshot } from "./create-snapshot.js";
import { followSnapshots } from "./follow-snapshots.js";

function open() {
  const source = createInternals({ apiKey: "secret-key" });
  return { source, sandbox: source.sandbox, view: () => createSnapshot(source, 0) };
}

test("requests are listed oldest first, without keys, bodies and the values of a query", async () => {
  const { sandbox, view } = open();
  await call(sandbox, "POST /chats", { key: "secret-key", body: { agentEmail: "jane@example.com" } });
  await call(sandbox, "GET /statistics/chat?metrics=totalChats&metrics=x&startTime=jane", { key: "other-key" });
  await call(sandbox, "GET /nothing", { key: "secret-key" });
  expect(view().requests.map(({ operation, method, path, status }) => [operation, method, path, status])).toEqual([
    ["listChats", "POST", "/chats", 400],
    ["getChatStatistics", "GET", "/statistics/chat?metrics=…&startTime=…", 403],
    [null, "GET", "/nothing", 404],
  ]);
  expect(JSON.stringify(view())).not.toMatch(/secret-key|other-key|jane/);
});

test("an account has its own counts, spaces and clock, its requests, and those of no account", async () => {
  const source = createInternals({ apiKey: "own", accounts: { other: 2 }, now: "2026-01-01T00:00:00Z" });
  const { sandbox } = source;
  sandbox.account("other").store.items = [];
  sandbox.account("other").advance();
  await call(sandbox, "GET /leads", { key: "own" });
  await call(sandbox, "GET /chats", { key: "other" });
  await call(sandbox, "GET /flex/spaces", { key: "unknown" });
  const own = createSnapshot(source, 0);
  const other = createSnapshot({ ...source, apiKey: "other" }, 0);
  const paths = ({ requests }: Snapshot) => requests.map(({ path }) => path);
  expect([paths(own), own.counts.requests]).toEqual([["/leads", "/flex/spaces"], 2]);
  expect([paths(other), other.counts.requests]).toEqual([["/chats", "/flex/spaces"], 2]);
  const lengths = ["own", "other"].map((key) => sandbox.account(key).store.items.length);
  expect([own.counts.items, other.counts.items]).toEqual(lengths);
  expect(lengths[0]).not.toBe(lengths[1]);
  expect([own.now, other.now]).toEqual(["2026-01-01T00:00Z", "2026-01-02T00:00Z"]);
  expect(JSON.stringify([own, other])).not.toMatch(/"own"|"other"|unknown/);
});

test("a listener gets each request once, and again if it has changed", async () => {
  const { sandbox, source } = open();
  await call(sandbox, "GET /first");
  const read = followSnapshots(source);
  expect(read()).toMatchObject({ requests: [{ path: "/first" }] });
  expect(read()).toBeUndefined();
  await call(sandbox, "GET /second");
  expect(read()).toMatchObject({ requests: [{ path: "/second" }] });
  sandbox.store.items.pop();
  expect(read()).toMatchObject({ requests: [], counts: { items: sandbox.store.items.length, requests: 2 } });
  sandbox.reset();
  expect(read()).toMatchObject({ oldestRequest: Number.MAX_SAFE_INTEGER });
});

test("a thousand requests are sent once, and the state names the oldest one that is kept", async () => {
  const { sandbox, source } = open();
  for (let number = 0; number < 1_005; number += 1) await call(sandbox, `GET /${number}`);
  const read = followSnapshots(source);
  expect(read()).toMatchObject({ oldestRequest: 6, requests: expect.objectContaining({ length: 1_000 }) });
  expect(read()).toBeUndefined();
});

test("a request without a response has no status", () => {
  const { sandbox, view } = open();
  sandbox.faults.add({ kind: "stall", after: "nothing" });
  void call(sandbox, "GET /leads").catch(() => {});
  expect(view().requests).toMatchObject([{ operation: "listLeads", status: null, durationMs: null }]);
});

test("items are counted per space", () => {
  const { sandbox, view } = open();
  sandbox.store.spaces = [{ id: "a", name: "A", fields: [] }, { id: "b", fields: [] } as never];
  sandbox.store.items = ["a", "a", "gone"].map((space_id, index) => ({ id: String(index), space_id }) as never);
  expect(view().spaces).toEqual([
    { id: "a", name: "A", items: 2 },
    { id: "b", name: "b", items: 0 },
  ]);
});

test("faults are described with their remaining hits", async () => {
  const { sandbox, view } = open();
  sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 2, operation: "listLeads", times: 3 });
  sandbox.faults.add({ kind: "latency", ms: 50, times: Number.POSITIVE_INFINITY, probability: 0.125 });
  sandbox.faults.add({ kind: "reset", applied: false });
  sandbox.faults.add({ kind: "html" });
  sandbox.faults.add({ kind: "html", status: 502, applied: true });
  await call(sandbox, "GET /leads");
  expect(view().faults.map(({ kind, words }) => [kind, words])).toEqual([
    ["status", "429 with Retry-After 2 on listLeads, 2 more times"],
    ["latency", "50 ms more on any operation, every time, with a chance of 12.5 %"],
    ["reset", "Connection reset on any operation, once, not carried out"],
    ["html", "A page in HTML on any operation, once"],
    ["html", "A page in HTML with 502 on any operation, once, carried out"],
  ]);
});

test("a request shows the faults that hit it", async () => {
  const { sandbox, view } = open();
  sandbox.faults.add({ kind: "latency", ms: 0, times: 2 });
  sandbox.faults.add({ kind: "status", status: 429, retryAfterSeconds: 2, applied: true });
  await call(sandbox, "GET /leads");
  expect(view().requests[0]?.faults).toEqual(["0 ms more", "429 with Retry-After 2"]);
});
