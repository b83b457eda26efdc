import { type Call, remainingMs } from "../request/call.js";
import { Deadline } from "./deadline.js";
import type { Interruption } from "./outcome.js";

/** Limits how many calls run at once; the others wait in order of arrival. */
export interface Queue {
  /** Enters at once or when it is the call's turn; resolves to an interruption if that ended the wait. */
  enter(call: Call): Promise<Interruption | undefined> | undefined;
  /** Passes the slot to the next call. */
  leave(): void;
}

export function createQueue(limit: number): Queue {
  const waiting = new Set<() => void>();
  let freePlaces = limit;

  function wait(call: Call): Promise<Interruption | undefined> {
    const { signal, totalTimeoutMs } = call.settings;
    const deadline = new Deadline(signal);
    deadline.start("totalTimeoutMs", totalTimeoutMs, remainingMs(call));
    return new Promise((resolve) => {
      const admit = (): void => {
        deadline.close();
        resolve(undefined);
      };
      waiting.add(admit);
      // In the same step as the abort: a slot that is given to an aborted call would be lost forever.
      deadline.onInterrupt((interruption) => {
        waiting.delete(admit);
        resolve(interruption);
      });
    });
  }

  return {
    enter(call) {
      if (freePlaces <= 0) return wait(call);
      freePlaces -= 1;
      return undefined;
    },
    leave() {
      const [admit] = waiting;
      if (!admit) {
        freePlaces += 1;
        return;
      }
      waiting.delete(admit);
      admit();
    },
  };
}
