import { afterEach, beforeEach, vi } from "vitest";
import { advanceUntilSettled } from "./advance-until-settled.ts";
import { nextTurn } from "./next-turn.ts";

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

/** Waits for a promise in virtual time. */
export function settle<Value>(promise: Promise<Value>): Promise<Value> {
  let idle = 0;
  const advance = async (): Promise<void> => {
    if (vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
    else if (idle++ === 50) throw new Error("never settles: no timer is left that could end it");
  };
  return advanceUntilSettled(promise, runPendingWork, advance);
}

async function runPendingWork(): Promise<void> {
  for (let turn = 0; turn < 4; turn++) await nextTurn();
}
