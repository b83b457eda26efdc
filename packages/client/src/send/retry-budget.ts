import type { PlannedRetry } from "./plan-retry.js";

/** Limits the retries of all calls of a client together: each retry takes a token, each success returns one. */
export interface RetryBudget {
  /** Returns false if no token is left. */
  take(retry: PlannedRetry): boolean;
  refill(): void;
}

export function createRetryBudget(capacity: number): RetryBudget {
  let tokens = capacity;
  return {
    take({ exemptFromBudget }) {
      if (exemptFromBudget) return true;
      if (tokens < 1) return false;
      tokens -= 1;
      return true;
    },
    refill() {
      tokens = Math.min(tokens + 1, capacity);
    },
  };
}
