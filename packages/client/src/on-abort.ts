interface Subscription {
  readonly callbacks: Set<() => void>;
  readonly listener: () => void;
}

/** One listener per signal, however many calls share it: runtimes warn of a leak where they see many. */
const subscriptions = /* @__PURE__ */ new WeakMap<AbortSignal, Subscription>();

/** Runs `callback` when the signal aborts; the returned function forgets it, and the last one the listener. */
export function onAbort(signal: AbortSignal, callback: () => void): () => void {
  const subscription = subscriptions.get(signal) ?? subscribe(signal);
  subscription.callbacks.add(callback);
  return () => {
    subscription.callbacks.delete(callback);
    if (subscription.callbacks.size > 0 || subscriptions.get(signal) !== subscription) return;
    subscriptions.delete(signal);
    signal.removeEventListener("abort", subscription.listener);
  };
}

function subscribe(signal: AbortSignal): Subscription {
  const callbacks = new Set<() => void>();
  const listener = (): void => {
    for (const callback of callbacks) callback();
  };
  const subscription = { callbacks, listener };
  subscriptions.set(signal, subscription);
  signal.addEventListener("abort", listener);
  return subscription;
}
