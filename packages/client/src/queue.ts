import type { Call } from "./call.js";
import { Deadline } from "./deadline.js";
import type { Interruption } from "./outcome.js";

/** Lets a limited number of calls run at once; the others wait in the order in which they came. */
export interface Queue {
  /** Takes a place, at once or when it is the call's turn; resolves to what ended the wait before. */
  enter(call: Call): Promise<Interruption | undefined> | undefined;
  /** Gives the place to the next call. */
  leave(): void;
}

export function createQueue(limit: number): Queue {
  const waiting = new Set<() => void>();
  let free = limit;

  function wait({ settings, remainingMs }: Call): Promise<Interruption | undefined> {
    const deadline = new Deadline(settings.signal);
    deadline.start("totalTimeoutMs", settings.totalTimeoutMs, remainingMs);
    return new Promise((resolve) => {
      const admit = (): void => {
        deadline.close();
        resolve(undefined);
      };
      waiting.add(admit);
      // In the same step as the abort: a place that is given to a call that has left would be lost for good.
      deadline.onEnd((interruption) => {
        waiting.delete(admit);
        resolve(interruption);
      });
    });
  }

  return {
    enter(call) {
      if (free <= 0) return wait(call);
      free -= 1;
      return undefined;
    },
    leave() {
      const [admit] = waiting;
      if (!admit) {
        free += 1;
        return;
      }
      waiting.delete(admit);
      admit();
    },
  };
}
