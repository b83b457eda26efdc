import { usesBodyMedia } from "@serviceform/types";
import type { Call } from "../request/call.js";
import { isStream } from "../request/is-stream.js";
import type { ConnectionFailure, Outcome, StatusFailure, Timeout } from "./outcome.js";

export interface PlannedRetry {
  /** The failure that is retried. */
  readonly failure: RetryableFailure;
  readonly delayMs: number;
  /** True if the API requested the retry. */
  readonly exemptFromBudget: boolean;
}

type RetryableFailure = StatusFailure | ConnectionFailure | Timeout;

const TRANSIENT = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);

/** Plans the retry after an attempt, counted from 1; undefined if there is none. */
export function planRetry(
  call: Pick<Call, "operation" | "settings" | "body">,
  outcome: Outcome,
  attempts: number,
  random: () => number = Math.random,
): PlannedRetry | undefined {
  const { limit, baseDelayMs, maxDelayMs, maxRetryAfterMs } = call.settings.retries;
  // A stream cannot be read again.
  const isSpent = usesBodyMedia && isStream(call.body);
  if (isSpent || attempts > limit || !isRetryable(call.operation, outcome)) return undefined;

  // Exponential backoff with full jitter.
  const backoffMs = random() * Math.min(maxDelayMs, baseDelayMs * 2 ** (attempts - 1));
  const retryAfterMs = outcome.kind === "status" ? outcome.retryAfterMs : undefined;
  const minimumMs = retryAfterMs ?? 0;
  if (minimumMs > maxRetryAfterMs) return undefined;
  // The jitter is added, so that clients to which the API sends the same delay do not all return at the same moment.
  return { failure: outcome, delayMs: minimumMs + backoffMs, exemptFromBudget: retryAfterMs !== undefined };
}

function isRetryable({ idempotent }: Call["operation"], outcome: Outcome): outcome is RetryableFailure {
  switch (outcome.kind) {
    case "connection":
      return outcome.transient && (idempotent || !outcome.ambiguous);
    case "timeout":
      return idempotent && outcome.limit === "timeoutMs";
    case "status":
      if (outcome.unreadable) return false;
      // A 503, even with Retry-After, may come from a gateway that has passed the request on.
      return idempotent ? TRANSIENT.has(outcome.status) : outcome.status === 429;
    default:
      return false;
  }
}

/** Whether the API may have applied a write although the attempt failed, if it did. */
export function mayHaveBeenApplied({ writes }: Call["operation"], outcome: Outcome): boolean {
  if (!writes) return false;
  switch (outcome.kind) {
    case "connection":
      return outcome.ambiguous;
    case "status":
      return outcome.status === 408 || outcome.status >= 500;
    default:
      return ["timeout", "redirect", "invalid-body"].includes(outcome.kind);
  }
}
