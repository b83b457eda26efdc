import type { Settings } from "../options/settings.js";
import type { Call } from "../request/call.js";
import { type CallResult, failCall } from "./call-result.js";
import { NO_PROGRESS } from "./progress.js";
import { createQueue } from "./queue.js";
import { createRetryBudget } from "./retry-budget.js";
import { runWithRetries } from "./run-with-retries.js";

export type Send = (call: Call) => Promise<CallResult>;

/** Creates the function that sends the calls of one client. */
export function createSend({ maxConcurrency, retries }: Settings): Send {
  const queue = createQueue(maxConcurrency);
  const budget = createRetryBudget(retries.budget);
  return async (call) => {
    const waiting = queue.enter(call);
    const interruption = waiting && (await waiting);
    if (interruption) return failCall(call, interruption, NO_PROGRESS);
    try {
      return await runWithRetries(call, budget);
    } finally {
      queue.leave();
    }
  };
}
