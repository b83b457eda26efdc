import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decide, mayHaveBeenApplied } from "./decide.js";
import { InvalidInput } from "./invalid-input.js";
import type { Connection, Failure } from "./outcome.js";

const policy = { limit: 2, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000 };
const response = new Response(null);

const answered = (status: number, retryAfterMs?: number): Failure => ({
  kind: "status",
  response,
  status,
  retryAfterMs,
  unreadable: false,
});
const lost: Connection = { kind: "connection", cause: new Error(), problem: "", ambiguous: true, transient: true };

/** Written from the promises: which endings are repeated where, and which may have been carried out. */
const ENDINGS: [name: string, outcome: Failure, idempotent: boolean, other: boolean, ambiguous: boolean][] = [
  ["a lost connection", lost, true, false, true],
  ["a connection that was never made", { ...lost, ambiguous: false }, true, true, false],
  ["a certificate that is not trusted", { ...lost, ambiguous: false, transient: false }, false, false, false],
  ["no Response", { ...lost, transient: false }, false, false, true],
  ["a status with a body that was read before", { ...answered(503), unreadable: true } as Failure, false, false, true],
  ["what a framework throws", { kind: "rethrown", error: undefined }, false, false, false],
  ["an attempt that timed out", { kind: "timeout", limit: "timeoutMs", limitMs: 1 }, true, false, true],
  ["a call that timed out", { kind: "timeout", limit: "totalTimeoutMs", limitMs: 1 }, false, false, true],
  ["the caller's abort", { kind: "aborted", reason: undefined }, false, false, false],
  ["a redirect", { kind: "redirect", response }, false, false, true],
  ["a body that is not JSON", { kind: "malformed", response, problem: "", preview: "" }, false, false, true],
  [
    "an invalid key",
    { kind: "invalid-key", error: new InvalidInput("invalid_api_key", "apiKey", "") },
    false,
    false,
    false,
  ],
  ["429", answered(429), true, true, false],
  ["429 with Retry-After", answered(429, 1_000), true, true, false],
  ["503", answered(503), true, false, true],
  ["503 with Retry-After", answered(503, 1_000), true, false, true],
  ["408", answered(408), true, false, true],
  ["500 with Retry-After", answered(500, 1_000), true, false, true],
  ...[500, 502, 504].map((status): (typeof ENDINGS)[number] => [`${status}`, answered(status), true, false, true]),
  ...[501, 505, 507, 511, 599].map((status): (typeof ENDINGS)[number] => [
    `${status}`,
    answered(status),
    false,
    false,
    true,
  ]),
  ...[300, 304, 400, 401, 403, 404, 409, 410, 413, 418, 422, 425, 451].map((status): (typeof ENDINGS)[number] => [
    `${status}`,
    answered(status),
    false,
    false,
    false,
  ]),
];

for (const [id, operation] of Object.entries(operationTable)) {
  test(`decides over every ending of ${id}`, () => {
    for (const [name, outcome, idempotent, other, ambiguous] of ENDINGS) {
      const retried = operation.idempotent ? idempotent : other;
      expect([name, decide(operation, 1, outcome, policy) !== undefined]).toEqual([name, retried]);
      expect([name, decide(operation, 2, outcome, policy) !== undefined]).toEqual([name, retried]);
      expect([name, decide(operation, 3, outcome, policy)]).toEqual([name, undefined]);
      expect([name, mayHaveBeenApplied(operation, outcome)]).toEqual([name, operation.writes && ambiguous]);
    }
  });
}

test("waits at random below a ceiling that doubles up to its bound", () => {
  const ceilings = [1, 2, 3, 4, 5, 6, 7].map((attempt) => {
    const retry = decide(operationTable.listLeads, attempt, answered(500), { ...policy, limit: 9 }, () => 1);
    return retry?.delayMs;
  });
  expect(ceilings).toEqual([500, 1_000, 2_000, 4_000, 8_000, 8_000, 8_000]);
  expect(decide(operationTable.listLeads, 3, answered(500), { ...policy, limit: 9 }, () => 0.25)).toEqual({
    delayMs: 500,
    free: false,
  });
});

test("obeys Retry-After up to its bound, free of charge, with a random time on top", () => {
  const { listLeads } = operationTable;
  const least = (ms: number) => decide(listLeads, 1, answered(503, ms), policy, () => 0);
  expect(least(60_000)).toEqual({ delayMs: 60_000, free: true });
  expect(least(0)).toEqual({ delayMs: 0, free: true });
  expect(least(60_001)).toBeUndefined();
  const most = [1, 2].map((attempt) => decide(listLeads, attempt, answered(429, 1_000), policy, () => 1)?.delayMs);
  expect(most).toEqual([1_500, 2_000]);
});

test("never waits for a negative or unbounded time", () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 2_000 }),
      fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }),
      (attempt, share) => {
        const retry = decide(
          operationTable.getItem,
          attempt,
          answered(502),
          { ...policy, limit: Number.POSITIVE_INFINITY },
          () => share,
        );
        expect(retry?.delayMs).toBeGreaterThanOrEqual(0);
        expect(retry?.delayMs).toBeLessThanOrEqual(policy.maxDelayMs);
      },
    ),
  );
});
