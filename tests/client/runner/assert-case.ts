import { inspect } from "node:util";
import { isServiceformError, ServiceformError } from "@serviceform/client";
import { operationTable } from "@serviceform/types";
import { expect } from "vitest";
import type { Case, ExpectedError, ExpectedRequest } from "../cases/case.ts";
import type { Network, ReceivedRequest } from "./network.ts";
import { KEY, type ObservedEvent, type Run } from "./run-case.ts";

/** Bodies and query values that hold this are personal: they must not be printed. */
const PRIVATE = "PRIVATE";

/** Holds a run against what its case expects, and against what every call promises. */
export function assertCase(testCase: Case, run: Run, network: Network): void {
  assertRequests(testCase.requests ?? [], network);
  assertOutcome(testCase, run, network);
  assertSecrecy(testCase, run);
  expect(network.crossOriginRequests, "requests that another origin got").toEqual([]);
  expect(run.listeners, "listeners left on the caller's signal").toBe(0);
}

function assertRequests(expected: readonly ExpectedRequest[], { seen, origin }: Network): void {
  const lines = seen.map(({ method, path }) => `${method} ${path}`);
  expect(lines, "requests").toEqual(expected.map((request) => (typeof request === "string" ? request : request.line)));
  for (const [index, request] of expected.entries()) {
    const arrived = seen[index] as ReceivedRequest;
    expect(arrived.origin).toBe(origin);
    if (typeof request === "string") continue;
    if (request.query !== undefined) expect(arrived.query, "query").toBe(request.query);
    for (const [name, value] of Object.entries(request.headers ?? {})) expect(arrived.headers[name], name).toBe(value);
    if ("body" in request) expect(JSON.parse(arrived.body), "body").toEqual(request.body);
  }
}

function assertOutcome(testCase: Case, { outcome }: Run, network: Network): void {
  const { expect: expected, by } = testCase;
  if ("data" in expected) {
    if (outcome.kind === "thrown") throw outcome.thrown;
    if (outcome.kind === "response") expect.fail(`responses ${outcome.status} where it has to succeed`);
    expect(outcome.data, "data").toEqual(expected.data);
  } else if (outcome.kind === "data") {
    expect.fail(`resolves to ${inspect(outcome.data)} where it has to fail`);
  } else if (outcome.kind === "response") {
    assertErrorResponse(expected, outcome);
  } else {
    if (expected.elements) expect(outcome.elements, "elements before the end").toEqual(expected.elements);
    if ("reason" in expected) assertReason(expected.reason, by, outcome);
    else assertError(testCase, expected, outcome, network);
  }
}

type Thrown = Extract<Run["outcome"], { kind: "thrown" }>;

/** An error status in the shape of openapi-fetch: never falsy, whatever the body was. */
function assertErrorResponse(
  expected: Case["expect"],
  { error, status }: Extract<Run["outcome"], { kind: "response" }>,
): void {
  expect("error" in expected && expected.error, `responses ${status}`).toBe("ApiError");
  expect(error, "an error is truthy").toBeTruthy();
  const { status: expectedStatus = status } = ("with" in expected && expected.with) || {};
  expect(status).toBe(expectedStatus);
}

function assertReason(reason: unknown, by: Case["by"], { thrown, resultOfSafe }: Thrown): void {
  expect(resultOfSafe, "an abort is a result of safe").toBe(false);
  // openapi-fetch takes a falsy error for none.
  if (by === "paths" && !reason) expect(thrown).toMatchObject({ name: "AbortError" });
  else expect(thrown, "the reason, untouched").toBe(reason);
}

function assertError(
  { by, operation = "listLeads" }: Case,
  expected: ExpectedError,
  { thrown, resultOfSafe }: Thrown,
  { origin, otherOrigin }: Network,
): void {
  if (!isServiceformError(thrown)) throw thrown;
  expect(thrown.name, thrown.message).toBe(expected.error);
  expect(thrown).toBeInstanceOf(ServiceformError);
  expect(thrown).toBeInstanceOf(Error);
  expect(thrown.stack).toMatch(new RegExp(`^${expected.error}: `));
  for (const chunk of expected.messageIncludes ?? [])
    expect(thrown.message.toLowerCase()).toContain(chunk === "another origin" ? otherOrigin : chunk.toLowerCase());
  if (thrown.name === "TimeoutError") {
    expect(thrown.message).toContain(thrown.limit);
    expect(thrown.message).toContain(String(thrown.limitMs));
  }
  for (const chunk of expected.redacts ?? []) expect(printed(thrown)).not.toContain(chunk);
  for (const [field, value] of Object.entries(expected.with ?? {}))
    expect((thrown as unknown as Record<string, unknown>)[field], field).toEqual(value);
  expect(JSON.parse(JSON.stringify(thrown))).toMatchObject({ name: thrown.name, message: thrown.message });
  expect(resultOfSafe, "a result of safe").toBe(by === "safe" && thrown.name !== "ConfigurationError");
  // What `createClient` itself rejects belongs to no call.
  if (thrown.name === "ConfigurationError" && thrown.operation === undefined) return;
  expect(thrown.operation).toBe(operation);
  expect(thrown.method).toBe(operationTable[operation].method);
  expect(thrown.message.endsWith(`: ${operation} ${thrown.method} ${thrown.url}`), thrown.message).toBe(true);
  expect(thrown.url).toMatch(new RegExp(`^${origin}/`));
  expect(thrown.durationMs).toBeGreaterThanOrEqual(0);
}

/** Neither the key nor anything personal is in what may be printed: the error, the client, the events. */
function assertSecrecy(testCase: Case, { outcome, events, client }: Run): void {
  // Hooks and logger are given the same event.
  const seen = new Set(events.map(({ fields }: ObservedEvent) => fields));
  for (const fields of seen) if (!Object.isFrozen(fields)) expect.fail("an event is not frozen");
  const thrown = outcome.kind === "thrown" && !("reason" in testCase.expect) ? [outcome.thrown] : [];
  const text = [...events.map(({ by }) => by), printed([...seen, client, ...thrown])].join("\n");
  for (const secret of [KEY, PRIVATE, "secret-t"]) if (text.includes(secret)) expect.fail(`prints ${secret}:\n${text}`);
}

/** Everything that logs and consoles make of a value. */
function printed(value: unknown): string {
  const { message, stack } = Object(value) as Error;
  return [message, stack, JSON.stringify(value), inspect(value, { depth: 20 }), String(value)].join("\n");
}
