import type { Call } from "./call.js";
import { Deadline } from "./deadline.js";
import type { Interruption } from "./outcome.js";

/** Lets a limited number of calls run at once; the others wait in the order in which they came. */
export class Queue {
  readonly #waiting = new Set<() => void>();
  #free: number;

  constructor(limit: number) {
    this.#free = limit;
  }

  /** Waits for a turn. What is returned ended the wait: the caller's abort or `totalTimeoutMs`; then there is no turn to give back. */
  async enter(call: Call): Promise<Interruption | undefined> {
    if (this.#free > 0) {
      this.#free -= 1;
      return undefined;
    }
    const deadline = new Deadline(call.signal);
    deadline.start(call.remainingMs, "totalTimeoutMs", call.limits.totalTimeoutMs);
    let admit: () => void = () => {};
    const turn = new Promise<void>((resolve) => {
      admit = resolve;
    });
    this.#waiting.add(admit);
    let ended: Interruption | undefined;
    await deadline.guard(turn).catch((interruption: Interruption) => {
      ended = interruption;
      // Admitted and ended in the same tick: the turn is passed on, or it would be lost.
      if (!this.#waiting.delete(admit)) this.leave();
    });
    deadline.close();
    return ended;
  }

  /** Gives the turn to the next call. */
  leave(): void {
    const [next] = this.#waiting;
    if (next) {
      this.#waiting.delete(next);
      next();
    } else {
      this.#free += 1;
    }
  }
}
