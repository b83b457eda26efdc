import { afterEach, beforeEach, vi } from "vitest";

/** Runs the tests of a file in virtual time; `Math.random()` returns `random`. */
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

/** Waits for a promise in virtual time: runs pending work first, then advances to the next timer. */
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
