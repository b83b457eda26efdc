/** Returns a signal that SIGINT and SIGTERM abort, until it is disposed of. */
export function listenForInterrupts(outer: AbortSignal | undefined): Disposable & { readonly signal: AbortSignal } {
  if (outer) return { signal: outer, [Symbol.dispose]: () => undefined };
  const controller = new AbortController();
  const abort = (): void => controller.abort(new Error("interrupted"));
  process.on("SIGINT", abort);
  process.on("SIGTERM", abort);
  return {
    signal: controller.signal,
    [Symbol.dispose]() {
      process.off("SIGINT", abort);
      process.off("SIGTERM", abort);
    },
  };
}
