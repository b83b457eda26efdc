import { samples as facts } from "@serviceform/tests-samples";
import type { OperationId } from "@serviceform/types";
import type { Case, ExpectedError, ScriptedResponse } from "./case.ts";
import { operationIds, samples } from "./operations.ts";

type Repeat = "always" | "idempotent" | "never";

interface FailureFacts {
  readonly name: string;
  readonly response: ScriptedResponse;
  /** The operations for which the call is retried. */
  readonly repeat: Repeat;
  /** Whether a write may have been applied. */
  readonly ambiguous: boolean;
  readonly error: ExpectedError["error"];
}

const json = { message: "a message of the API" };
const status = (code: number, repeat: Repeat, ambiguous: boolean, headers = {}): FailureFacts => ({
  name: `${code}${"retry-after" in headers ? " with Retry-After" : ""}`,
  response: { status: code, json, headers },
  repeat,
  ambiguous,
  error: "ApiError",
});
const soon = { "retry-after": "0" };
const body = '[{"id":"PRIVATE"}]';
const page = "<!doctype html><title>PRIVATE</title>";

/** Each failure, with its effect on retries and on `mayHaveSucceeded`. */
const failures: FailureFacts[] = [
  ...[300, 400, 401, 402, 403, 405, 406, 409, 410, 413, 418, 422, 425, 451].map((code) => status(code, "never", false)),
  status(404, "never", false),
  status(408, "idempotent", true),
  status(408, "idempotent", true, soon),
  status(429, "always", false),
  status(429, "always", false, soon),
  status(500, "idempotent", true),
  status(500, "idempotent", true, soon),
  status(502, "idempotent", true),
  status(503, "idempotent", true),
  status(503, "idempotent", true, soon),
  status(504, "idempotent", true),
  status(504, "idempotent", true, soon),
  ...[501, 505, 507, 511, 520, 529, 599].map((code) => status(code, "never", true)),
  ...(
    [
      ["a reset", "ConnectionError", "idempotent", { breaksAfter: "nothing" }],
      ["a body shorter than its content-length", "ConnectionError", "idempotent", { body, breaksAfter: 5 }],
      ["a chunked body cut off", "ConnectionError", "idempotent", { body, breaksAfter: 5, framing: "chunked" }],
      ["headers that stall", "TimeoutError", "idempotent", { stallsAfter: "nothing" }],
      ["a body that stalls", "TimeoutError", "idempotent", { body, stallsAfter: 5 }],
      ["a redirect", "ConnectionError", "never", { status: 302, redirectsTo: "another origin" }],
      ["an HTML page", "ResponseError", "never", { body: page, headers: { "content-type": "text/html" } }],
      ["truncated JSON", "ResponseError", "never", { body: '[{"id":"PRIVA' }],
    ] as const
  ).map(([name, error, repeat, response]): FailureFacts => ({ name, error, repeat, response, ambiguous: true })),
];

const kindOf = (id: OperationId) => `${facts[id].line.split(" ")[0]} ${facts[id].idempotent}`;
/** The first operation of each kind: its method, and whether it is idempotent. */
const sampled = new Set(operationIds.filter((id) => id === operationIds.find((one) => kindOf(one) === kindOf(id))));

/** Failures of every operation; of other failures, those of its kind are enough. */
const common = failures.filter(({ name }) => ["404", "429", "503", "a reset"].includes(name));

/** Every kind of operation × every failure: once, and permanently. */
export const retries: Case[] = operationIds.flatMap((operation) =>
  (sampled.has(operation) ? failures : common).flatMap((failure): Case[] => {
    const { idempotent, writes } = facts[operation];
    const { input, request, response, data } = samples[operation];
    // Truncated JSON is no error when the contract describes no body, or another one.
    if (response.json === undefined && failure.name === "truncated JSON") return [];
    const repeats = failure.repeat === "always" || (failure.repeat === "idempotent" && idempotent);
    const stalls = failure.error === "TimeoutError";
    const options = { timeoutMs: stalls ? 30 : 4_000 };
    const error: ExpectedError = { error: failure.error, with: { mayHaveSucceeded: writes && failure.ambiguous } };
    const attempts = (count: number): Pick<Case, "requests" | "responses"> => ({
      requests: Array.from({ length: count }, () => request.line),
      responses: Array.from({ length: 3 }, () => failure.response),
    });
    const call = { operation, input, options };
    const always: Case = {
      ...call,
      ...attempts(repeats ? 3 : 1),
      title: repeats ? "a call fails after two retries" : "a call is not retried",
      name: `${operation}, ${failure.name}`,
      expect: { ...error, with: { ...error.with, attempts: repeats ? 3 : 1 } },
    };
    if (!repeats) return [always];
    const once: Case = {
      ...call,
      title: "a call is retried and succeeds",
      name: `${operation}, ${failure.name}`,
      responses: [failure.response, response],
      requests: [request.line, request.line],
      expect: { data },
    };
    return [always, once];
  }),
);
