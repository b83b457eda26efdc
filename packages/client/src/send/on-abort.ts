interface Listener {
  readonly callbacks: Set<() => void>;
  readonly runCallbacks: () => void;
}

const listeners = /* @__PURE__ */ new WeakMap<AbortSignal, Listener>();

/**
 * Runs `callback` when the signal aborts, or at once if it has, until the returned function unsubscribes it. A signal
 * gets one listener, however many calls share it: runtimes warn about a leak if there are many.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  if (signal.aborted) {
    callback();
    return () => {};
  }
  const { callbacks, runCallbacks } = listenerOf(signal);
  if (!callbacks.size) signal.addEventListener("abort", runCallbacks);
  callbacks.add(callback);
  return () => {
    callbacks.delete(callback);
    if (!callbacks.size) signal.removeEventListener("abort", runCallbacks);
  };
}

function listenerOf(signal: AbortSignal): Listener {
  const known = listeners.get(signal);
  if (known) return known;
  const callbacks = new Set<() => void>();
  // Not by `this`: in the listeners of some polyfills, that is not the signal.
  const runCallbacks = (): void => {
    for (const callback of callbacks) callback();
  };
  const listener = { callbacks, runCallbacks };
  listeners.set(signal, listener);
  return listener;
}

/** The reason of an abort. The signals of polyfills, as in React Native, have none. */
export function reasonOf({ reason }: AbortSignal): unknown {
  if (reason !== undefined) return reason;
  const message = "This operation was aborted";
  if (typeof DOMException === "function") return new DOMException(message, "AbortError");
  return Object.assign(new Error(message), { name: "AbortError" });
}
