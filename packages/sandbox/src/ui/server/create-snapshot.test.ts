import { expect, test } from "vitest";
import { call } from "../../testing/call.js";
import { createInternals } from "../../testing/sandbox.js";
import { createSnapshot } from "./create-snapshot.js";

function open() {
  const { sandbox, faults } = createInternals({ apiKey: "secret-key" });
  return { sandbox, view: () => createSnapshot({ store: sandbox.store, requests: sandbox.requests, faults }) };
}

test("requests are shown newest first, without keys, bodies and the values of a query", async () => {
  const { sandbox, view } = open();
  await call(sandbox, "POST /chats", { key: "secret-key", body: { agentEmail: "jane@example.com" } });
  await call(sandbox, "GET /statistics/chat?metrics=totalChats&metrics=x&startTime=jane", { key: "other-key" });
  await call(sandbox, "GET /nothing", { key: "secret-key" });
  expect(view().requests.map(({ operation, method, path, status }) => [operation, method, path, status])).toEqual([
    [null, "GET", "/nothing", 404],
    ["getChatStatistics", "GET", "/statistics/chat?metrics=…&startTime=…", 403],
    ["listChats", "POST", "/chats", 400],
  ]);
  expect(JSON.stringify(view())).not.toMatch(/secret-key|other-key|jane/);
});

test("a request keeps its number, and only the last fifty are shown", async () => {
  const { sandbox, view } = open();
  await call(sandbox, "GET /first");
  const [first] = view().requests;
  await call(sandbox, "GET /second");
  expect(view().requests[1]).toEqual(first);
  for (let number = 0; number < 60; number += 1) await call(sandbox, `GET /${number}`);
  expect(view()).toMatchObject({ remembered: 62, requests: expect.objectContaining({ length: 50 }) });
  expect(view().requests[0]?.path).toBe("/59");
});

test("a request without an answer has no status", () => {
  const { sandbox, view } = open();
  sandbox.faults.add({ kind: "stall", after: "nothing" });
  void call(sandbox, "GET /leads").catch(() => {});
  expect(view().requests).toMatchObject([{ operation: "listLeads", status: null, durationMs: null }]);
});

test("items are counted per space, and those that are in none too", () => {
  const { sandbox, view } = open();
  sandbox.store.spaces = [
    { id: "a", name: "A", fields: [] },
    { id: "b", name: "B", fields: [] },
  ];
  sandbox.store.items = ["a", "a", "gone", "lost"].map((space_id, index) => ({ id: String(index), space_id }) as never);
  expect(view().spaces).toEqual([
    { id: "a", name: "A", items: 2 },
    { id: "b", name: "B", items: 0 },
    { id: "", name: "In no space that there is", items: 2 },
  ]);
});

test("faults are shown in words, with what is left of them", async () => {
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
