import { vi } from "vitest";

/** Waits for a promise under fake timers: lets everything else happen first, then moves on to the next timer. */
export async function settle<Value>(promise: Promise<Value>): Promise<Value> {
  let settled = false;
  promise.then(
    () => {
      settled = true;
    },
    () => {
      settled = true;
    },
  );
  for (let idle = 0; idle < 50; ) {
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (settled) return promise;
    if (vi.getTimerCount() === 0) idle += 1;
    else await vi.advanceTimersToNextTimerAsync();
  }
  throw new Error("never settles: no timer runs that could end it");
}
