import { operationTable } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import { decide, mayHaveBeenApplied, readRetryAfter } from "./decide.js";
import { ConfigurationError } from "./errors.js";
import type { Outcome } from "./outcome.js";

const policy = { limit: 2, baseDelayMs: 500, maxDelayMs: 8_000, maxRetryAfterMs: 60_000 };
const response = new Response(null);

const answered = (status: number, retryAfterMs?: number): Outcome => ({
  kind: "status",
  response,
  status,
  retryAfterMs,
});

/** Written from the promises: which endings are repeated where, and which may have been carried out. */
const ENDINGS: [name: string, outcome: Outcome, idempotent: boolean, other: boolean, ambiguous: boolean][] = [
  ["a success", { kind: "success", response, data: [] }, false, false, false],
  ["a lost connection", { kind: "connection", cause: new Error() }, true, false, true],
  ["an attempt that timed out", { kind: "timeout", limit: "timeoutMs", limitMs: 1 }, true, false, true],
  ["a call that timed out", { kind: "timeout", limit: "totalTimeoutMs", limitMs: 1 }, false, false, true],
  ["the caller's abort", { kind: "aborted", reason: undefined }, false, false, false],
  ["a redirect", { kind: "redirect", response }, false, false, true],
  ["a body that is not JSON", { kind: "malformed", response, expected: "", preview: "" }, false, false, true],
  ["a refusal", { kind: "refused", error: new ConfigurationError("") }, false, false, false],
  ["429", answered(429), true, true, false],
  ["429 with Retry-After", answered(429, 1_000), true, true, false],
  ["503", answered(503), true, false, true],
  ["503 with Retry-After", answered(503, 1_000), true, true, false],
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

test("obeys Retry-After to the millisecond, free of charge, up to its bound", () => {
  const { listLeads } = operationTable;
  expect(decide(listLeads, 1, answered(503, 60_000), policy)).toEqual({ delayMs: 60_000, free: true });
  expect(decide(listLeads, 1, answered(503, 0), policy)).toEqual({ delayMs: 0, free: true });
  expect(decide(listLeads, 1, answered(503, 60_001), policy)).toBeUndefined();
});

test("reads Retry-After as seconds or as a date, and nothing else", () => {
  const now = Date.UTC(2026, 0, 1);
  const read = (value: string): number | undefined => readRetryAfter(new Headers({ "retry-after": value }), now);
  expect(read("0")).toBe(0);
  expect(read("2")).toBe(2_000);
  expect(read(" 1.5 ")).toBe(1_500);
  expect(read("Thu, 01 Jan 2026 00:00:30 GMT")).toBe(30_000);
  expect(read("Wed, 31 Dec 2025 23:00:00 GMT")).toBe(0);
  for (const junk of ["", "-5", "soon", "1s", "NaN", "Infinity", "0x10", "2026"]) {
    expect([junk, read(junk)]).toEqual([junk, junk === "2026" ? 2_026_000 : undefined]);
  }
  expect(readRetryAfter(new Headers(), now)).toBeUndefined();
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
