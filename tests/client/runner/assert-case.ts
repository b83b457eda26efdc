import { type ConfigurationError, isServiceformError, ServiceformError } from "@serviceform/client";
import { operationTable } from "@serviceform/types";
import { assert, config } from "chai";
import type { Case, ExpectedError, ExpectedRequest } from "../cases/case.ts";
import { assertContent } from "./assert-content.ts";
import type { Network, ReceivedRequest } from "./network.ts";
import { KEY, type ObservedEvent, type Run } from "./run-case.ts";

// Proxies would check names that the compiler has checked.
config.useProxy = false;

/** Bodies and query values with this text are personal: they must not be printed. */
const PRIVATE = "PRIVATE";

/** Asserts that a run matches its case and the rules of every call. `print` is the runtime's own. */
export async function assertCase(testCase: Case, run: Run, network: Network, print: Print): Promise<void> {
  await assertRequests(testCase.requests ?? [], network);
  assertOutcome(testCase, run, network, print);
  assertSecrecy(testCase, run, print);
  assert.deepEqual(network.crossOriginRequests, [], "requests to another origin");
  assert.strictEqual(run.listeners, 0, "listeners left on the caller's signal");
}

type Print = (value: unknown) => string;

async function assertRequests(expected: readonly ExpectedRequest[], { seen, origin }: Network): Promise<void> {
  const lines = seen.map(({ method, path }) => `${method} ${path}`);
  const expectedLines = expected.map((request) => (typeof request === "string" ? request : request.line));
  assert.deepEqual(lines, expectedLines, "requests");
  for (const [index, request] of expected.entries()) {
    const arrived = seen[index] as ReceivedRequest;
    assert.strictEqual(arrived.origin, origin);
    if (typeof request === "string") continue;
    if (request.query !== undefined) assert.strictEqual(arrived.query, request.query, "query");
    for (const [name, value] of Object.entries(request.headers ?? {}))
      assert.strictEqual(arrived.headers[name], value, name);
    if ("body" in request) assert.deepEqual(JSON.parse(arrived.body), request.body, "body");
    if (request.content) await assertContent(request.content, arrived);
  }
}

function assertOutcome(testCase: Case, { outcome }: Run, network: Network, print: Print): void {
  const { expect: expected, by } = testCase;
  if ("data" in expected) {
    if (outcome.kind === "thrown") throw outcome.thrown;
    if (outcome.kind === "response") assert.fail(`responds with ${outcome.status}, but must succeed`);
    assert.deepEqual(outcome.data, expected.data, "data");
  } else if (outcome.kind === "data") {
    assert.fail(`resolves to ${print(outcome.data)}, but must fail`);
  } else if (outcome.kind === "response") {
    assertErrorResponse(expected, outcome);
  } else {
    if (expected.elements) assert.deepEqual(outcome.elements, [...expected.elements], "elements before the end");
    if ("reason" in expected) assertReason(expected.reason, by, outcome);
    else assertError(testCase, expected, outcome, network, print);
  }
}

type Thrown = Extract<Run["outcome"], { kind: "thrown" }>;

/** An error status in the shape of openapi-fetch: never falsy, whatever the body was. */
function assertErrorResponse(
  expected: Case["expect"],
  { error, status }: Extract<Run["outcome"], { kind: "response" }>,
): void {
  assert.strictEqual("error" in expected && expected.error, "ApiError", `responses ${status}`);
  assert.isOk(error, "an error is truthy");
  const { status: expectedStatus = status } = ("with" in expected && expected.with) || {};
  assert.strictEqual(status, expectedStatus);
}

function assertReason(reason: unknown, by: Case["by"], { thrown, resultOfSafe }: Thrown): void {
  assert.isFalse(resultOfSafe, "an abort is a result of safe");
  // openapi-fetch takes a falsy error for none.
  if (by === "paths" && !reason) assert.propertyVal(thrown, "name", "AbortError");
  else assert.isTrue(Object.is(thrown, reason), `the reason, untouched, instead of ${String(thrown)}`);
}

function assertError(
  { by, operation = "listLeads" }: Case,
  expected: ExpectedError,
  { thrown, resultOfSafe }: Thrown,
  { origin, otherOrigin }: Network,
  print: Print,
): void {
  if (!isServiceformError(thrown)) throw thrown;
  assert.strictEqual(thrown.name, expected.error, thrown.message);
  assert.instanceOf(thrown, ServiceformError);
  assert.instanceOf(thrown, Error);
  for (const chunk of expected.messageIncludes ?? [])
    assert.include(thrown.message.toLowerCase(), chunk === "another origin" ? otherOrigin : chunk.toLowerCase());
  if (thrown.name === "TimeoutError") {
    assert.include(thrown.message, thrown.limit);
    assert.include(thrown.message, String(thrown.limitMs));
  }
  for (const chunk of expected.redacts ?? []) assert.notInclude(printed(thrown, print), chunk);
  for (const [field, value] of Object.entries(expected.with ?? {}))
    assert.deepEqual((thrown as unknown as Record<string, unknown>)[field], value, field);
  assert.deepInclude(JSON.parse(JSON.stringify(thrown)), { name: thrown.name, message: thrown.message });
  assert.strictEqual(resultOfSafe, by === "safe" && thrown.name !== "ConfigurationError", "a result of safe");
  if (thrown.name === "ConfigurationError") assertRejection(thrown);
  // Errors of `createClient` belong to no call.
  if (thrown.name === "ConfigurationError" && thrown.operation === undefined) return;
  assert.strictEqual(thrown.operation, operation);
  assert.strictEqual(thrown.method, operationTable[operation].method);
  assert.isTrue(thrown.message.endsWith(`: ${operation} ${thrown.method} ${thrown.url}`), thrown.message);
  assert.isTrue(thrown.url?.startsWith(`${origin}/`), thrown.url);
  assert.isAtLeast(thrown.durationMs, 0);
}

/** The forms of the message of a `ConfigurationError`, which begins with its `param`, and the codes that have them. */
const FORMS = [
  [/^unknown (?:option|input) "(.*?)"; expected [\w.-]+(?:, [\w.-]+)*(?:: |$)/s, /^unknown_(?:option|input)$/],
  [/^(.+?) is required\b/s, /^missing_/],
  [
    /^(.+?) must (?:be|not|have|begin|use|make|return)\b/s,
    /^(?:invalid|unsafe|insecure|reserved|browser|cross|api_key)_/,
  ],
] as const;

function assertRejection({ message, code, param }: ConfigurationError): void {
  const [form, codes = /^$/] = FORMS.find(([pattern]) => pattern.test(message)) ?? [];
  assert.strictEqual(form?.exec(message)?.[1], param, message);
  assert.match(code, codes, message);
}

/** Asserts that the key and personal data are not printed with the error, the client or the events. */
function assertSecrecy(testCase: Case, { outcome, events, client }: Run, print: Print): void {
  // Hooks and logger get the same event.
  const seen = new Set(events.map(({ fields }: ObservedEvent) => fields));
  for (const fields of seen) if (!Object.isFrozen(fields)) assert.fail("an event is not frozen");
  const thrown = outcome.kind === "thrown" && !("reason" in testCase.expect) ? [outcome.thrown] : [];
  const text = [...events.map(({ by }) => by), printed([...seen, client, ...thrown], print)].join("\n");
  for (const secret of [KEY, PRIVATE, "secret-t"]) if (text.includes(secret)) assert.fail(`prints ${secret}:\n${text}`);
}

/** All texts that logs and consoles print of a value. */
function printed(value: unknown, print: Print): string {
  const { message, stack } = Object(value) as Error;
  return [message, stack, JSON.stringify(value), print(value), String(value)].join("\n");
}
