import { expect, test } from "vitest";
import { call } from "../testing/call.js";
import { createInternals } from "../testing/sandbox.js";
import type { LogEntry } from "./log-entry.js";

function open() {
  const { sandbox, log } = createInternals({});
  log.recordsResponses = true;
  return { sandbox, last: () => log.entries().at(-1) as LogEntry };
}

test("a response is recorded with headers and body as it is read", async () => {
  const { sandbox, last } = open();
  const text = await (await call(sandbox, "GET /flex/spaces")).text();
  expect(last().response).toMatchObject({
    status: 200,
    headers: { "content-type": "application/json" },
    state: "complete",
  });
  expect(last().response?.text).toBe(text);
});

test("a long body is recorded by its start and its length", async () => {
  const { sandbox, last } = open();
  const text = await (await call(sandbox, "GET /leads")).text();
  const { response } = last();
  expect(response?.bytes).toBe(new TextEncoder().encode(text).length);
  expect(response?.text.length).toBeLessThanOrEqual(32_768);
  expect(text.startsWith(String(response?.text))).toBe(true);
});

test("a body that breaks off is recorded as broken, with the fault that hit it", async () => {
  const { sandbox, last } = open();
  sandbox.faults.add({ kind: "latency", ms: 0 });
  sandbox.faults.add({ kind: "cut" });
  const response = await call(sandbox, "GET /leads");
  await expect(response.text()).rejects.toThrow();
  expect(last().response?.state).toBe("broken");
  expect(last().faults.map(({ kind }) => kind)).toEqual(["latency", "cut"]);
});

test("a body that is cancelled while the next chunk is awaited is recorded as broken", async () => {
  const { sandbox, last } = open();
  sandbox.faults.add({ kind: "stall", after: "headers" });
  const reader = (await call(sandbox, "GET /leads")).body?.getReader();
  const reading = reader?.read();
  await reader?.cancel();
  expect([await reading, last().response?.state]).toEqual([{ done: true, value: undefined }, "broken"]);
});

test("a request without a response is recorded with the reason", async () => {
  const { sandbox, last } = open();
  sandbox.faults.add({ kind: "reset" });
  await call(sandbox, "GET /leads").catch(() => {});
  expect(last()).toMatchObject({ response: undefined, error: "TypeError: fetch failed" });
});

test("a sandbox without a live view records no responses and every change of an entry", async () => {
  const { sandbox, log } = createInternals({});
  await call(sandbox, "GET /leads");
  const [first] = log.entries();
  await call(sandbox, "GET /nothing");
  expect(log.entries().map(({ id, response }) => [id, response])).toEqual([
    [1, undefined],
    [2, undefined],
  ]);
  expect(log.entries()[1]?.revision).toBeGreaterThan(first?.revision as number);
});
