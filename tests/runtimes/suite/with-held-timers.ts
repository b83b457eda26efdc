/**
 * Runs work during which timers of one delay fire only when it calls `fire`, so that no busy machine fires them before
 * what they must follow.
 */
export async function withHeldTimers(delayMs: number, work: (fire: () => void) => Promise<void>): Promise<void> {
  const { setTimeout, clearTimeout } = globalThis;
  const held = new Map<object, () => void>();
  const fire = (): void => {
    for (const callback of held.values()) callback();
    held.clear();
  };
  const set = (callback: () => void, ms?: number): unknown => {
    if (ms !== delayMs) return setTimeout(callback, ms);
    const timer = {};
    held.set(timer, callback);
    return timer;
  };
  const clear = (timer: unknown): void => {
    // The cast: whatever this map does not have is a timer of the runtime.
    if (!held.delete(timer as object)) clearTimeout(timer as number);
  };
  Object.assign(globalThis, { setTimeout: set, clearTimeout: clear });
  try {
    await work(fire);
  } finally {
    Object.assign(globalThis, { setTimeout, clearTimeout });
  }
}
