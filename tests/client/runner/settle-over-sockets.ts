import { performance } from "node:perf_hooks";
import { vi } from "vitest";
import { advanceUntilSettled } from "./advance-until-settled.ts";
import { nextTurn } from "./next-turn.ts";

const { nodeTiming } = performance;
/** After that many idle turns of the event loop, no work is pending in this process. */
const QUIET_TURNS = 100;

/**
 * Waits for a promise in virtual time; timers advance only while no socket has data. A busy machine can hold a packet
 * back for longer than the idle turns: then a timeout fires early, so a test must allow each call to time out.
 */
export function settleOverSockets<Value>(promise: Promise<Value>): Promise<Value> {
  return advanceUntilSettled(promise, quiet, () => vi.advanceTimersToNextTimerAsync());
}

async function quiet(): Promise<void> {
  for (let turns = 0, seen = -1; turns < QUIET_TURNS; turns++) {
    await nextTurn();
    const { events } = nodeTiming.uvMetricsInfo;
    if (events !== seen) turns = 0;
    seen = events;
  }
}
