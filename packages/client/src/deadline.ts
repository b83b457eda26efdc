import type { Interruption } from "./outcome.js";

/** The longest delay that a timer holds (2^31 - 1 ms); a longer one would fire at once. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

/** Starts a timer within what timers take; Node.js and Deno warn of a negative delay. */
function startTimer(callback: () => void, ms: number): ReturnType<typeof setTimeout> {
  return setTimeout(callback, Math.max(0, Math.min(ms, LONGEST_TIMER_MS)));
}

/** Ends what it guards when time runs out or the caller aborts, also work that ignores its signal. */
export class Deadline {
  /** Why the guarded work was ended; undefined while it was not. */
  interruption: Interruption | undefined;
  readonly #controller: AbortController = new AbortController();
  #timer: ReturnType<typeof setTimeout> | undefined;
  #forget: (() => void) | undefined;
  #onEnd: ((interruption: Interruption) => void) | undefined;

  constructor(signal: AbortSignal | undefined) {
    if (!signal) return;
    const abort = (): void => this.#end({ kind: "aborted", reason: reasonOf(signal) });
    this.#forget = onAbort(signal, abort);
    if (signal.aborted) abort();
  }

  /** For `fetch`: aborts when the work is ended. */
  get signal(): AbortSignal {
    return this.#controller.signal;
  }

  /** Starts the clock anew; `ms` is what is left of the limit. */
  start(limit: "timeoutMs" | "totalTimeoutMs", limitMs: number, ms: number = limitMs): void {
    clearTimeout(this.#timer);
    this.#timer = startTimer(() => this.#end({ kind: "timeout", limit, limitMs }), ms);
  }

  /** Stops the clock; the caller's abort is still obeyed. */
  stop(): void {
    clearTimeout(this.#timer);
  }

  /** Calls back when the work is ended, at once if it has been; an earlier callback is forgotten. */
  onEnd(callback: (interruption: Interruption) => void): void {
    this.#onEnd = callback;
    if (this.interruption) callback(this.interruption);
  }

  /** Waits for the work, one piece at a time; rejects as soon as it is ended, and cleans up then. */
  guard<Value>(work: PromiseLike<Value>, cleanUp?: () => void): Promise<Value> {
    // Promise.race against one lasting promise would leave every race attached to it.
    return new Promise((resolve, reject) => {
      this.onEnd((interruption) => {
        cleanUp?.();
        reject(interruption);
      });
      work.then(resolve, reject);
    });
  }

  /** Waits for a time; what is returned ended the wait before. */
  sleep(ms: number): Promise<Interruption | undefined> {
    return new Promise((resolve) => {
      this.onEnd(resolve);
      if (this.interruption) return;
      const resume = (): void => {
        this.close();
        resolve(undefined);
      };
      this.#timer = startTimer(resume, ms);
    });
  }

  /** Leaves nothing behind: no timer, no listener. */
  close(): void {
    clearTimeout(this.#timer);
    this.#forget?.();
  }

  /** Ends the work for a reason of one's own, such as a consumer that has left. */
  cancel(): void {
    this.close();
    this.#controller.abort();
  }

  #end(interruption: Interruption): void {
    this.close();
    this.interruption = interruption;
    // First, so that a body is cancelled while it can be: an aborted one has failed already.
    this.#onEnd?.(interruption);
    this.#controller.abort(interruption.kind === "aborted" ? interruption.reason : undefined);
  }
}

/** Why a signal has aborted. Those of polyfills, as React Native has them, do not say. */
function reasonOf({ reason }: AbortSignal): unknown {
  if (reason !== undefined) return reason;
  const message = "This operation was aborted";
  if (typeof DOMException === "function") return new DOMException(message, "AbortError");
  return Object.assign(new Error(message), { name: "AbortError" });
}

const callbacksOf = /* @__PURE__ */ new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Runs `callback` when the signal aborts; the returned function forgets it. A signal gets one listener, however many
 * calls share it: runtimes warn of a leak where they see many.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? new Set();
  callbacksOf.set(signal, callbacks.add(callback));
  signal.addEventListener("abort", notify);
  return () => {
    callbacks.delete(callback);
    if (!callbacks.size) signal.removeEventListener("abort", notify);
  };
}

function notify(this: AbortSignal): void {
  for (const callback of callbacksOf.get(this) ?? []) callback();
}
