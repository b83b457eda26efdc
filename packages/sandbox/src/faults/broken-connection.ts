import { LONGEST_TIMER_MS } from "./sleep.js";

/**
 * The error with which `fetch` rejects in Node.js when the connection is reset; other runtimes reject with a
 * `TypeError` too.
 */
export function connectionReset(): TypeError {
  const cause = Object.assign(new Error("read ECONNRESET"), { code: "ECONNRESET", syscall: "read" });
  return new TypeError("fetch failed", { cause });
}

/** The error with which `fetch` rejects for a redirect with `redirect: "error"`. */
export function rejectedRedirect(): TypeError {
  return new TypeError("fetch failed", { cause: new Error("unexpected redirect") });
}

/** Never settles, unless the signal is aborted: then rejects with its reason. */
export function untilAborted(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_resolve, reject) => {
    if (signal) onAbort(signal, () => reject(signal.reason));
  });
}

/** A body without any bytes, until the signal is aborted or the reader cancels. */
export function stalledBody(signal: AbortSignal | undefined): ReadableStream<Uint8Array> {
  let release = () => {};
  return new ReadableStream<Uint8Array>({
    start(controller) {
      if (signal) release = onAbort(signal, () => controller.error(signal.reason));
    },
    cancel: () => release(),
  });
}

/** Calls back when the signal is aborted, until the returned function unsubscribes. */
function onAbort(signal: AbortSignal, callback: () => void): () => void {
  // Keeps Node.js running, as an open connection would, but `AbortSignal.timeout` does not.
  const keepAlive = setTimeout(() => {}, LONGEST_TIMER_MS);
  const release = (): void => {
    clearTimeout(keepAlive);
    signal.removeEventListener("abort", abort);
  };
  const abort = (): void => {
    release();
    callback();
  };
  if (signal.aborted) abort();
  else signal.addEventListener("abort", abort);
  return release;
}

/** The first half of a body's first chunk; then the connection breaks. */
export function truncatedBody(whole: ReadableStream<Uint8Array> | null): ReadableStream<Uint8Array> {
  const reader = whole?.getReader();
  let hasStarted = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const chunk = hasStarted ? undefined : (await reader?.read())?.value;
        hasStarted = true;
        // An error discards queued chunks, so it waits until the first half has been read.
        if (chunk && chunk.length > 1) return controller.enqueue(chunk.slice(0, Math.floor(chunk.length / 2)));
        controller.error(connectionCut());
        reader?.cancel().catch(() => {});
      },
      cancel: (reason) => reader?.cancel(reason),
    },
    { highWaterMark: 0 },
  );
}

/** The error of a `fetch` body in Node.js when the connection ends too early. */
function connectionCut(): TypeError {
  const cause = Object.assign(new Error("other side closed"), { code: "UND_ERR_SOCKET" });
  return new TypeError("terminated", { cause });
}
