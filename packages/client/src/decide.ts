import type { Operation } from "@serviceform/types";
import type { Given, RetryOptions } from "./options.js";
import type { Outcome, Status } from "./outcome.js";

/** How failed attempts are repeated, with every detail given. */
export type RetryPolicy = Readonly<Required<Given<RetryOptions>>>;

/** Send again after `delayMs`; `free` says that the API asked for it, so the retry budget is not charged. */
export interface Retry {
  readonly delayMs: number;
  readonly free: boolean;
}

const TRANSIENT = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);

/** Decides from facts alone whether the attempt with this number, counted from 1, is followed by another. */
export function decide(
  operation: Operation,
  attempt: number,
  outcome: Outcome,
  policy: RetryPolicy,
  random: () => number = Math.random,
): Retry | undefined {
  if (attempt > policy.limit || !mayRepeat(operation, outcome)) return undefined;
  const asked = outcome.kind === "status" ? outcome.retryAfterMs : undefined;
  if (asked !== undefined) return asked > policy.maxRetryAfterMs ? undefined : { delayMs: asked, free: true };
  const ceiling = Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
  return { delayMs: random() * ceiling, free: false };
}

function mayRepeat(operation: Operation, outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "connection":
      return operation.idempotent;
    case "timeout":
      return operation.idempotent && outcome.limit === "timeoutMs";
    case "status":
      return operation.idempotent ? TRANSIENT.has(outcome.status) : wasTurnedAway(outcome);
    default:
      return false;
  }
}

/** Whether the API may have carried out a write although the attempt ended like this. */
export function mayHaveBeenApplied(operation: Operation, outcome: Outcome): boolean {
  const { kind } = outcome;
  if (!operation.writes || kind === "success" || kind === "aborted" || kind === "refused") return false;
  return kind !== "status" || outcome.status === 408 || (outcome.status >= 500 && !wasTurnedAway(outcome));
}

/** 429, and 503 with Retry-After: the answers which say that the request was not processed. */
function wasTurnedAway({ status, retryAfterMs }: Status): boolean {
  return status === 429 || (status === 503 && retryAfterMs !== undefined);
}

/** Reads `Retry-After`, seconds or a date (RFC 9110, 10.2.3), as milliseconds from now; undefined if there is none to obey. */
export function readRetryAfter(headers: Headers, now: number = Date.now()): number | undefined {
  const value = headers.get("retry-after")?.trim() ?? "";
  if (/^\d+(\.\d+)?$/.test(value)) return Number(value) * 1000;
  // Only what looks like a date: Date.parse reads "-5" as a year.
  const ms = /^[A-Z][a-z]/.test(value) ? Date.parse(value) - now : Number.NaN;
  return Number.isNaN(ms) ? undefined : Math.max(0, ms);
}
