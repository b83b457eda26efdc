import { onAbort } from "./on-abort.js";
import type { Interruption } from "./outcome.js";

/** The longest delay a timer holds; a longer one would fire at once. */
export const LONGEST_TIMER_MS: number = 2 ** 31 - 1;

/** Ends what it guards when a time limit runs out or the caller aborts, even where the guarded code ignores its signal. */
export class Deadline {
  /** Why the guarded work was ended; undefined while it was not. */
  interruption: Interruption | undefined;
  readonly #controller = new AbortController();
  readonly #forget: (() => void) | undefined;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #reject: ((reason: unknown) => void) | undefined;

  constructor(signal: AbortSignal | undefined) {
    if (signal === undefined) return;
    const abort = (): void => this.#interrupt({ kind: "aborted", reason: signal.reason });
    if (signal.aborted) abort();
    else this.#forget = onAbort(signal, abort);
  }

  /** Aborts with the guarded work; it is for `fetch`. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts the clock anew. */
  start(ms: number, limit: "timeoutMs" | "totalTimeoutMs", limitMs: number): void {
    this.stop();
    if (ms === Number.POSITIVE_INFINITY) return;
    this.#timer = setTimeout(
      () => this.#interrupt({ kind: "timeout", limit, limitMs }),
      Math.min(ms, LONGEST_TIMER_MS),
    );
  }

  /** Stops the clock; the caller's abort is still obeyed. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Waits for the work, or rejects as soon as it is ended. One piece of work at a time. */
  guard<Value>(work: PromiseLike<Value>): Promise<Value> {
    // Not Promise.race against one lasting promise: every race would stay attached to it.
    return new Promise((resolve, reject) => {
      this.#reject = reject;
      work.then(resolve, reject);
      if (this.interruption) reject(this.interruption);
    });
  }

  /** Leaves nothing behind: no timer, no listener. */
  close(): void {
    this.stop();
    this.#forget?.();
  }

  /** Ends the guarded work for a reason of one's own, such as a consumer that has left. */
  cancel(): void {
    this.close();
    this.#controller.abort();
  }

  #interrupt(interruption: Interruption): void {
    this.close();
    this.interruption = interruption;
    this.#controller.abort(interruption.kind === "aborted" ? interruption.reason : undefined);
    this.#reject?.(interruption);
  }
}
