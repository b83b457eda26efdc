import { performance } from "node:perf_hooks";
import { vi } from "vitest";

const { nodeTiming } = performance;
/** Turns of the event loop without an event after which nothing is on its way inside of this process. */
const QUIET_TURNS = 10;

/** Waits for a promise in virtual time; lets the timers run on only while no socket has anything to say. */
export async function settleOverSockets<Value>(promise: Promise<Value>): Promise<Value> {
  let settled = false;
  const end = (): void => {
    settled = true;
  };
  promise.then(end, end);
  while (!settled) {
    await quiet();
    if (!settled) await vi.advanceTimersToNextTimerAsync();
  }
  return promise;
}

async function quiet(): Promise<void> {
  for (let turns = 0, seen = -1; turns < QUIET_TURNS; turns++) {
    await new Promise((resolve) => setImmediate(resolve));
    const { events } = nodeTiming.uvMetricsInfo;
    if (events !== seen) turns = 0;
    seen = events;
  }
}
