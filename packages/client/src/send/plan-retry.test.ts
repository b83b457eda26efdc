import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { InvalidInput } from "../errors/invalid-input.js";
import type { Settings } from "../options/settings.js";
import type { CallableOperation } from "../request/call.js";
import type { ConnectionFailure, Failure, Outcome } from "./outcome.js";
import { mayHaveBeenApplied, type PlannedRetry, planRetry } from "./plan-retry.js";

const policy = { limit: 2, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000 };
const response = new Response(null);

function plan(
  operation: CallableOperation,
  attempts: number,
  outcome: Outcome,
  retries: typeof policy,
  random?: () => number,
): Omit<PlannedRetry, "failure"> | undefined {
  const retry = planRetry({ operation, settings: { retries } as Settings, body: undefined }, outcome, attempts, random);
  if (!retry) return undefined;
  const { failure, ...rest } = retry;
  expect(failure).toBe(outcome);
  return rest;
}

const statusFailure = (status: number, retryAfterMs?: number): Failure => ({
  kind: "status",
  response,
  status,
  retryAfterMs,
  unreadable: undefined,
  text: "",
});
const lost: ConnectionFailure = {
  kind: "connection",
  cause: new Error(),
  problem: "",
  ambiguous: true,
  transient: true,
};

/** From the documentation: which outcomes are retried, and after which a write may have been applied. */
const OUTCOMES: [name: string, outcome: Failure, idempotent: boolean, other: boolean, ambiguous: boolean][] = [
  ["a lost connection", lost, true, false, true],
  ["a connection that was never made", { ...lost, ambiguous: false }, true, true, false],
  ["a certificate that is not trusted", { ...lost, ambiguous: false, transient: false }, false, false, false],
  ["no Response", { ...lost, transient: false }, false, false, true],
  [
    "a status with a body that was read before",
    { ...statusFailure(503), unreadable: "read before" } as Failure,
    false,
    false,
    true,
  ],
  ["what a framework throws", { kind: "rethrown", error: undefined }, false, false, false],
  ["an attempt that timed out", { kind: "timeout", limit: "timeoutMs", limitMs: 1 }, true, false, true],
  ["a call that timed out", { kind: "timeout", limit: "totalTimeoutMs", limitMs: 1 }, false, false, true],
  ["the caller's abort", { kind: "aborted", reason: undefined }, false, false, false],
  ["a redirect", { kind: "redirect", response }, false, false, true],
  ["a body that is not JSON", { kind: "invalid-body", response, problem: "", preview: "" }, false, false, true],
  [
    "an invalid key",
    { kind: "invalid-key", error: new InvalidInput("invalid_api_key", "apiKey", "") },
    false,
    false,
    false,
  ],
  ["429", statusFailure(429), true, true, false],
  ["429 with Retry-After", statusFailure(429, 1_000), true, true, false],
  ["503", statusFailure(503), true, false, true],
  ["503 with Retry-After", statusFailure(503, 1_000), true, false, true],
  ["408", statusFailure(408), true, false, true],
  ["500 with Retry-After", statusFailure(500, 1_000), true, false, true],
  ...[500, 502, 504].map((status): (typeof OUTCOMES)[number] => [
    `${status}`,
    statusFailure(status),
    true,
    false,
    true,
  ]),
  ...[501, 505, 507, 511, 599].map((status): (typeof OUTCOMES)[number] => [
    `${status}`,
    statusFailure(status),
    false,
    false,
    true,
  ]),
  ...[300, 304, 400, 401, 403, 404, 409, 410, 413, 418, 422, 425, 451].map((status): (typeof OUTCOMES)[number] => [
    `${status}`,
    statusFailure(status),
    false,
    false,
    false,
  ]),
];

for (const [id, operation] of Object.entries(operationTable)) {
  test(`planRetry and mayHaveBeenApplied follow the documentation for every outcome of ${id}`, () => {
    for (const [name, outcome, idempotent, other, ambiguous] of OUTCOMES) {
      const retried = operation.idempotent ? idempotent : other;
      expect([name, plan(operation, 1, outcome, policy) !== undefined]).toEqual([name, retried]);
      expect([name, plan(operation, 2, outcome, policy) !== undefined]).toEqual([name, retried]);
      expect([name, plan(operation, 3, outcome, policy)]).toEqual([name, undefined]);
      expect([name, mayHaveBeenApplied(operation, outcome)]).toEqual([name, operation.writes && ambiguous]);
    }
  });
}

test("planRetry delays at random below a limit that doubles up to maxDelayMs", () => {
  const ceilings = [1, 2, 3, 4, 5, 6, 7].map((attempt) => {
    const retry = plan(operationTable.listLeads, attempt, statusFailure(500), { ...policy, limit: 9 }, () => 1);
    return retry?.delayMs;
  });
  expect(ceilings).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(plan(operationTable.listLeads, 3, statusFailure(500), { ...policy, limit: 9 }, () => 0.25)).toEqual({
    delayMs: 500,
    exemptFromBudget: false,
  });
});

test("planRetry adds jitter to a Retry-After up to maxRetryAfterMs, exempt from the budget", () => {
  const { listLeads } = operationTable;
  const least = (ms: number) => plan(listLeads, 1, statusFailure(503, ms), policy, () => 0);
  expect(least(60_000)).toEqual({ delayMs: 60_000, exemptFromBudget: true });
  expect(least(0)).toEqual({ delayMs: 0, exemptFromBudget: true });
  expect(least(60_001)).toBeUndefined();
  const most = [1, 2].map((attempt) => plan(listLeads, attempt, statusFailure(429, 1_000), policy, () => 1)?.delayMs);
  expect(most).toEqual([1_500, 2_000]);
});

test("planRetry never delays for a negative time or beyond maxDelayMs", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, share) => {
        const retry = plan(
          operationTable.getItem,
          attempt,
          statusFailure(502),
          { ...policy, limit: Number.POSITIVE_INFINITY },
          () => share,
        );
        expect(retry?.delayMs).toBeGreaterThanOrEqual(0);
        expect(retry?.delayMs).toBeLessThanOrEqual(policy.maxDelayMs);
      },
    ),
    { seed: 1 },
  );
});
