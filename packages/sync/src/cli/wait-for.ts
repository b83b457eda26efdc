import { setTimeout as sleep } from "node:timers/promises";

/** Waits, or throws the reason of the signal. */
export async function waitFor(ms: number, signal: AbortSignal): Promise<void> {
  await sleep(ms, undefined, { signal }).catch(() => signal.throwIfAborted());
}
