const { setTimeout: realSetTimeout } = globalThis;

/** Waits in real time, also under fake timers. */
export function realPause(ms: number): Promise<void> {
  return new Promise((resolve) => void realSetTimeout(resolve, ms));
}
