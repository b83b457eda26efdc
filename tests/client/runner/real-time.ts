const { setTimeout: realSetTimeout } = globalThis;

/** Waits by the clock of the machine, also under fake timers. */
export function realPause(ms: number): Promise<void> {
  return new Promise((resolve) => void realSetTimeout(resolve, ms));
}
