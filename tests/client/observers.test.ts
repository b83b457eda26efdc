import { inspect } from "node:util";
import type { CallEvent } from "@serviceform/client";
import { expect, test, vi } from "vitest";
import { clientOf, jsonResponse, listLeadsBy, rejection } from "./runner/scripted-client.ts";
import { watchUnhandled } from "./runner/unhandled.ts";
import { settle, useVirtualTime } from "./runner/virtual-time.ts";

useVirtualTime(0.5);

const names = ["onRequest", "onResponse", "onRetry", "onError"] as const;
const levels = ["debug", "info", "warn", "error"] as const;

function recorder() {
  const events: [name: string, event: CallEvent][] = [];
  const hooks = Object.fromEntries(names.map((name) => [name, (event: CallEvent) => void events.push([name, event])]));
  return { events, hooks };
}

function responsesOf(...script: (() => Response)[]) {
  return async () => (script.shift() ?? (() => jsonResponse([])))();
}

const fail = () => jsonResponse({ message: "PRIVATE" }, { status: 503 });
const reset = () => {
  throw new TypeError("reset");
};

test("hooks are notified of every attempt, response and delay in order", async () => {
  const { events, hooks } = recorder();
  const client = clientOf(
    responsesOf(fail, reset, () => jsonResponse([])),
    { hooks },
  );
  await settle(client.listLeads());
  const common = { operation: "listLeads", method: "GET", url: "https://api.example/leads" };
  expect(events.map(([name, event]) => [name, event.attempt, event.status, event.delayMs])).toEqual([
    ["onRequest", 1, undefined, undefined],
    ["onResponse", 1, 503, undefined],
    ["onRetry", 1, 503, 250],
    ["onRequest", 2, undefined, undefined],
    ["onRetry", 2, undefined, 500],
    ["onRequest", 3, undefined, undefined],
    ["onResponse", 3, 200, undefined],
  ]);
  for (const [, event] of events) {
    expect(event).toMatchObject(common);
    expect(Object.isFrozen(event)).toBe(true);
    expect(event.durationMs ?? 0).toBeGreaterThanOrEqual(0);
  }
  expect(events[2]?.[1].error).toMatchObject({ name: "ApiError", status: 503 });
  expect(events[4]?.[1].error).toMatchObject({ name: "ConnectionError" });
});

test("onError is notified once with a copy of the thrown error", async () => {
  const { events, hooks } = recorder();
  const change = (event: CallEvent): void => {
    Object.assign(event.error ?? {}, { status: 200, mayHaveSucceeded: true, added: 1 });
  };
  const client = clientOf(responsesOf(fail, fail, fail), {
    hooks,
    logger: { error: (_, event) => change(event as CallEvent) },
  });
  const error = await settle(rejection(client.listLeads()));
  const last = events.at(-1);
  expect(events.filter(([name]) => name === "onError")).toHaveLength(1);
  expect(last?.[0]).toBe("onError");
  expect(last?.[1]).toMatchObject({ attempt: 3, status: 503 });
  expect(last?.[1].error).not.toBe(error);
  expect(last?.[1].error).toMatchObject({ name: "ApiError", message: error.message, added: 1 });
  expect(error).toMatchObject({ status: 503, mayHaveSucceeded: false });
  expect(error).not.toHaveProperty("added");
});

test("onError is notified of an error of safe and of a stream", async () => {
  const { events, hooks } = recorder();
  const client = clientOf(async () => new Response("<html>"), { hooks });
  await client.safe.getItem({ spaceId: "s", itemId: "i" });
  await rejection(listLeadsBy.stream(client));
  expect(events.filter(([name]) => name === "onError").map(([, { error }]) => error?.name)).toEqual([
    "ResponseError",
    "ResponseError",
  ]);
});

test("the logger gets whole sentences with the event", async () => {
  const lines: [level: string, message: string, fields: CallEvent][] = [];
  const logger = Object.fromEntries(
    levels.map((level) => [level, (message: string, fields: CallEvent) => void lines.push([level, message, fields])]),
  );
  const client = clientOf(
    responsesOf(fail, () =>
      jsonResponse({ message: "gone for good" }, { status: 404, headers: { "x-request-id": "req_1" } }),
    ),
    { logger },
  );
  await settle(rejection(client.listLeads()));
  expect(lines.length).toBeGreaterThanOrEqual(4);
  for (const [, message, fields] of lines) {
    expect(message).toContain("listLeads GET https://api.example/leads");
    expect(message).toContain(`attempt ${fields.attempt}`);
    expect(fields).toMatchObject({ operation: "listLeads", method: "GET" });
  }
  // The sentence is complete without its fields, which some loggers omit.
  const messages = lines.map(([level, message]) => `${level}: ${message}`);
  expect(messages[1]).toMatch(/^debug: serviceform onResponse: .+, status 503$/);
  expect(messages[2]).toMatch(/^warn: serviceform onRetry: API responded with 503.+, attempt 1, retry in 250 ms$/);
  expect(messages.at(-1)).toMatch(
    /^error: serviceform onError: API responded with 404 "gone for good".+, attempt 2, request id req_1$/,
  );
  expect(lines.some(([level]) => level === "warn")).toBe(true);
  expect(lines.at(-1)?.[0]).toBe("error");
});

test.for([
  [
    "throw",
    () => {
      throw new Error("hook");
    },
  ],
  ["reject", () => Promise.reject(new Error("hook"))],
  [
    "throw a falsy value",
    () => {
      throw undefined;
    },
  ],
  ["never settle", () => new Promise(() => {})],
  [
    "response with a broken thenable",
    () => ({
      // biome-ignore lint/suspicious/noThenProperty: the test is about thenables
      then: () => {
        throw new Error("hook");
      },
    }),
  ],
] as const)("hooks and loggers that %s change nothing", async ([, misbehave]) => {
  const unhandled = watchUnhandled();
  const hooks = Object.fromEntries(names.map((name) => [name, misbehave]));
  const logger = Object.fromEntries(levels.map((level) => [level, misbehave]));
  const client = clientOf(
    responsesOf(
      fail,
      () => jsonResponse([1]),
      () => jsonResponse({}, { status: 404 }),
    ),
    { hooks, logger },
  );
  expect(await settle(client.listLeads())).toEqual([1]);
  expect(await settle(rejection(client.listLeads()))).toMatchObject({ name: "ApiError", status: 404 });
  expect(await unhandled.settled()).toEqual([]);
});

test.for([
  ["onRequest", "ends an attempt whose fetch ignores its signal", () => new Promise<Response>(() => {})],
  ["onRetry", "skips the delay", responsesOf(fail)],
] as const)("a hook %s that aborts %s, and leaves no timer", async ([hook, , fetch]) => {
  const controller = new AbortController();
  const client = clientOf(fetch, { hooks: { [hook]: () => controller.abort("enough") } });
  const beganAt = Date.now();
  expect(await settle(rejection(client.listLeads({}, { signal: controller.signal })))).toBe("enough");
  expect(Date.now()).toBe(beganAt);
  expect(vi.getTimerCount()).toBe(0);
});

test("console is a valid logger, and hooks and loggers can be of a class with fields", async () => {
  class Observer {
    seen = 0;
    onRequest() {
      this.seen += 1;
    }
  }
  class Log {
    lines: string[] = [];
    debug(message: string) {
      this.lines.push(message);
    }
  }
  const observer = new Observer();
  const log = new Log();
  const client = clientOf(responsesOf(), { logger: log, hooks: observer });
  await client.listLeads();
  expect(observer.seen).toBe(1);
  expect(log.lines).toHaveLength(2);
  clientOf(responsesOf(), { logger: console });
  const invalid = new (class {
    onError = "x";
  })();
  expect(() => clientOf(responsesOf(), { hooks: invalid as never })).toThrow("hooks.onError must be a function");
});

test("errors and events have the request id of their attempt", async () => {
  const { events, hooks } = recorder();
  const withId = (status: number, headers: Record<string, string>) => () => jsonResponse([], { status, headers });
  const client = clientOf(
    responsesOf(withId(503, { "x-request-id": "req_1" }), reset, withId(400, { "request-id": "req-3=" })),
    { hooks },
  );
  const error = await settle(rejection(client.listLeads()));
  expect(events.map(([name, { requestId, error }]) => [name, requestId, error?.requestId])).toEqual([
    ["onRequest", undefined, undefined],
    ["onResponse", "req_1", undefined],
    ["onRetry", "req_1", "req_1"],
    ["onRequest", undefined, undefined],
    ["onRetry", undefined, undefined],
    ["onRequest", undefined, undefined],
    ["onResponse", "req-3=", undefined],
    ["onError", "req-3=", "req-3="],
  ]);
  expect(inspect(error)).toContain("req-3=");
  expect(JSON.parse(JSON.stringify(error))).toMatchObject({ requestId: "req-3=" });
});

test("a hook that changes the headers of a response does not change those of the error", async () => {
  const response = jsonResponse({}, { status: 404, headers: { "x-request-id": "req_1" } });
  const onError = ({ error }: CallEvent) => {
    if (error?.name === "ApiError") error.headers.set("x-request-id", "other");
  };
  const error = await rejection(clientOf(async () => response, { hooks: { onError } }).listLeads());
  expect([error.requestId, error.headers.get("x-request-id")]).toEqual(["req_1", "req_1"]);
});

test("an attempt that ends before its request is sent does not count", async () => {
  const { events, hooks } = recorder();
  let calls = 0;
  const apiKey = () => (calls++ ? "key" : new Promise<string>(() => {}));
  const client = clientOf(responsesOf(fail, reset), { hooks, apiKey, timeoutMs: 50 });
  const error = await settle(rejection(client.listLeads()));
  expect(error).toMatchObject({ name: "ConnectionError", attempts: 2 });
  expect(events.map(([name, { attempt }]) => [name, attempt])).toEqual([
    ["onRetry", 0],
    ["onRequest", 1],
    ["onResponse", 1],
    ["onRetry", 1],
    ["onRequest", 2],
    ["onError", 2],
  ]);
});

test.for(["", "a b", "x".repeat(201), "<script>", "id-of-S3CRET"])(
  "an invalid request id is not logged: %o",
  async (id) => {
    const client = clientOf(async () => jsonResponse({}, { status: 404, headers: { "x-request-id": id } }), {
      apiKey: "S3CRET",
    });
    const result = await client.safe.listLeads();
    expect(result.ok || "requestId" in result.error).toBe(false);
  },
);
