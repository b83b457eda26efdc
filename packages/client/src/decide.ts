import type { Defined, RetryOptions } from "./options.js";
import type { Failure, Outcome } from "./outcome.js";
import type { Shape } from "./shape.js";

/** How failed attempts are repeated, with every detail given. */
export type RetryPolicy = Readonly<Required<Defined<RetryOptions>>>;

/** Send again after `delayMs`; `free` says that the API asked for it, so the retry budget is not charged. */
export interface Retry {
  readonly delayMs: number;
  readonly free: boolean;
}

const TRANSIENT = /* @__PURE__ */ new Set([408, 429, 500, 502, 503, 504]);

/** Decides from facts alone whether the attempt with this number, counted from 1, is followed by another. */
export function decide(
  shape: Shape,
  attempt: number,
  outcome: Outcome,
  policy: RetryPolicy,
  random: () => number = Math.random,
): Retry | undefined {
  if (attempt > policy.limit || !isRetryable(shape, outcome)) return undefined;
  const backoff = random() * Math.min(policy.maxDelayMs, policy.baseDelayMs * 2 ** (attempt - 1));
  const asked = outcome.kind === "status" ? outcome.retryAfterMs : undefined;
  if (asked === undefined) return { delayMs: backoff, free: false };
  // The random time goes on top: what was asked of many clients at once must not bring them back at once.
  return asked > policy.maxRetryAfterMs ? undefined : { delayMs: asked + backoff, free: true };
}

function isRetryable({ idempotent }: Shape, outcome: Outcome): boolean {
  switch (outcome.kind) {
    case "connection":
      return outcome.transient && (idempotent || !outcome.ambiguous);
    case "timeout":
      return idempotent && outcome.limit === "timeoutMs";
    case "status":
      // A 503, even one with Retry-After, may be a gateway's, which has sent the request on.
      return !outcome.unreadable && (idempotent ? TRANSIENT.has(outcome.status) : outcome.status === 429);
    default:
      return false;
  }
}

/** Whether the API may have carried out a write although the attempt ended like this. */
export function mayHaveBeenApplied({ writes }: Shape, outcome: Failure): boolean {
  if (!writes) return false;
  switch (outcome.kind) {
    case "connection":
      return outcome.ambiguous;
    case "status":
      return outcome.status === 408 || outcome.status >= 500;
    default:
      return outcome.kind === "timeout" || outcome.kind === "redirect" || outcome.kind === "malformed";
  }
}
