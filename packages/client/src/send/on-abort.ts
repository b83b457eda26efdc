const callbacksOf = /* @__PURE__ */ new WeakMap<AbortSignal, Set<() => void>>();

/**
 * Runs `callback` when the signal aborts, until the returned function unsubscribes it. A signal gets one listener,
 * however many calls share it: runtimes warn about a leak if there are many.
 */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const callbacks = callbacksOf.get(signal) ?? new Set();
  callbacksOf.set(signal, callbacks.add(callback));
  signal.addEventListener("abort", runCallbacks);
  return () => {
    callbacks.delete(callback);
    if (!callbacks.size) signal.removeEventListener("abort", runCallbacks);
  };
}

function runCallbacks(this: AbortSignal): void {
  for (const callback of callbacksOf.get(this) ?? []) callback();
}

/** The reason of an abort. The signals of polyfills, as in React Native, have none. */
export function reasonOf({ reason }: AbortSignal): unknown {
  if (reason !== undefined) return reason;
  const message = "This operation was aborted";
  if (typeof DOMException === "function") return new DOMException(message, "AbortError");
  return Object.assign(new Error(message), { name: "AbortError" });
}
