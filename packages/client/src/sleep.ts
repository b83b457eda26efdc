import { Deadline, LONGEST_TIMER_MS } from "./deadline.js";
import type { Interruption } from "./outcome.js";

/** Waits; the caller's abort ends the wait, and is returned. */
export async function sleep(ms: number, signal: AbortSignal | undefined): Promise<Interruption | undefined> {
  const deadline = new Deadline(signal);
  let timer: ReturnType<typeof setTimeout> | undefined;
  const wait = new Promise<void>((resolve) => {
    timer = setTimeout(resolve, Math.min(ms, LONGEST_TIMER_MS));
  });
  await deadline.guard(wait).catch(() => {});
  clearTimeout(timer);
  deadline.close();
  return deadline.interruption;
}
