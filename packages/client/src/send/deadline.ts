import { onAbort, reasonOf } from "./on-abort.js";
import type { Interruption } from "./outcome.js";

/** The longest delay of a timer (2^31 - 1 ms); a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/**
 * Interrupts the work that races against it when a timeout fires or the caller aborts, even if the work ignores its
 * signal.
 */
export class Deadline {
  /** The timeout or abort; undefined before there is one. */
  interruption: Interruption | undefined;
  readonly #controller: AbortController = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #unsubscribe: (() => void) | undefined;
  #onInterrupt: ((interruption: Interruption) => void) | undefined;

  constructor(signal: AbortSignal | undefined) {
    if (!signal) return;
    this.#unsubscribe = onAbort(signal, () => this.#interrupt({ kind: "aborted", reason: reasonOf(signal) }));
  }

  /** For `fetch`: aborts on interruption. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Restarts the timeout; `ms` is the rest of the limit. Without a rest it fires at once, before anything is sent. */
  start(limit: "timeoutMs" | "totalTimeoutMs", limitMs: number, ms: number = limitMs): void {
    this.stop();
    // The signal had aborted before, and nothing would stop the timeout.
    if (this.interruption) return;
    const interrupt = (): void => this.#interrupt({ kind: "timeout", limit, limitMs });
    if (ms > 0) this.#timer = setTimeout(interrupt, Math.min(ms, LONGEST_TIMER_MS));
    else interrupt();
  }

  /** Stops the timeout; the caller can still abort. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /**
   * Sets the callback for an interruption, in place of an earlier one; calls it at once if there was an interruption.
   */
  onInterrupt(callback: (interruption: Interruption) => void): void {
    this.#onInterrupt = callback;
    if (this.interruption) callback(this.interruption);
  }

  /** Throws the interruption, if there was one. */
  throwIfInterrupted(): void {
    if (this.interruption) throw this.interruption;
  }

  /** Settles with the work; on interruption rejects at once and cleans up. Only one race at a time. */
  race<Value>(work: PromiseLike<Value>, cleanUp?: () => void): Promise<Value> {
    // Promise.race against one lasting promise would keep every race in memory.
    return new Promise((resolve, reject) => {
      this.onInterrupt((interruption) => {
        cleanUp?.();
        reject(interruption);
      });
      work.then(resolve, reject);
    });
  }

  /** Removes timer and listener. */
  close(): void {
    clearTimeout(this.#timer);
    this.#unsubscribe?.();
  }

  /** Aborts `fetch` without an interruption, as when a consumer stops reading. */
  cancel(): void {
    this.close();
    this.#controller.abort();
  }

  /** A field, since the Babel preset of React Native knows no private methods before 0.73. */
  readonly #interrupt = (interruption: Interruption): void => {
    this.close();
    this.interruption = interruption;
    // Called first, so that a body is cancelled while this is possible: an aborted body has already failed.
    this.#onInterrupt?.(interruption);
    this.#controller.abort(interruption.kind === "aborted" ? interruption.reason : undefined);
  };
}
