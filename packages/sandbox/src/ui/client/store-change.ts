import type { Snapshot } from "./snapshot.js";

/**
 * Creates a function that returns whether a snapshot follows a change of the store: other counts or spaces, a reset, a
 * next day, or a request that writes.
 */
export function createChangeDetector(): (snapshot: Snapshot) => boolean {
  let before = "";
  return ({ counts: { requests: remembered, ...counts }, spaces, requests, now: time }) => {
    // A reset empties the log, and a next day has another date.
    const now = JSON.stringify([counts, spaces, remembered === 0, time.slice(0, 10)]);
    const hasChanged = now !== before || requests.some(({ writes, ended }) => writes && ended);
    before = now;
    return hasChanged;
  };
}
