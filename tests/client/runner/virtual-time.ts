import { afterEach, beforeEach, vi } from "vitest";

/** Lets the tests of a file run in virtual time, and with a certain chance: `Math.random` gives `random`. */
export function useVirtualTime(random?: number): void {
  beforeEach(() => {
    vi.useFakeTimers({ toFake: ["setTimeout", "clearTimeout", "Date", "performance"], now: Date.UTC(2025, 0, 1) });
    if (random !== undefined) vi.spyOn(Math, "random").mockReturnValue(random);
  });
  afterEach(() => {
    vi.useRealTimers();
    vi.restoreAllMocks();
  });
}

/** Waits for a promise in virtual time: lets everything else happen first, then moves on to the next timer. */
export async function settle<Value>(promise: Promise<Value>): Promise<Value> {
  let settled = false;
  const end = (): void => {
    settled = true;
  };
  promise.then(end, end);
  for (let idle = 0; idle < 50; ) {
    for (let turn = 0; turn < 4; turn++) await new Promise((resolve) => setImmediate(resolve));
    if (settled) return promise;
    if (vi.getTimerCount() === 0) idle += 1;
    else await vi.advanceTimersToNextTimerAsync();
  }
  throw new Error("never settles: no timer is left that could end it");
}
