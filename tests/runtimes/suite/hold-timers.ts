/** Timers that fire when a case says so, so that no slow machine changes the order of events. */
export interface HeldTimers extends Disposable {
  /** Waits for the next timer that is set. The returned function fires it. */
  next(): Promise<() => void>;
}

/** Replaces `setTimeout` and `clearTimeout` until it is disposed. */
export function holdTimers(): HeldTimers {
  const { setTimeout, clearTimeout } = globalThis;
  const pending = new Map<number, () => void>();
  const set: (() => void)[] = [];
  let count = 0;
  let notify = (): void => {};
  const hold = (callback: () => void): number => {
    count += 1;
    const id = count;
    pending.set(id, callback);
    set.push(() => {
      pending.get(id)?.();
      pending.delete(id);
    });
    notify();
    return id;
  };
  const release = (id: number): void => void pending.delete(id);
  Object.assign(globalThis, { setTimeout: hold, clearTimeout: release });
  return {
    async next() {
      for (;;) {
        const fire = set.shift();
        if (fire) return fire;
        await new Promise<void>((resolve) => {
          notify = resolve;
        });
      }
    },
    [Symbol.dispose]: () => void Object.assign(globalThis, { setTimeout, clearTimeout }),
  };
}
