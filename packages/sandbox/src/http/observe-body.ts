/** How the reading of a body ends: at its end, by an error, or because the reader cancels. */
export type BodyEnd = "complete" | "failed" | "cancelled";

export interface BodyObserver {
  onChunk(chunk: Uint8Array): void;
  onEnd(end: BodyEnd): void;
}

/** A body that is observed as it is read, and read no faster than by its recipient. */
export function observeBody(body: ReadableStream<Uint8Array>, observer: BodyObserver): ReadableStream<Uint8Array> {
  const reader = body.getReader();
  let isCancelled = false;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        const { done, value } = await reader.read().catch((error: unknown) => {
          observer.onEnd("failed");
          throw error;
        });
        // A read that is pending while its reader cancels ends as at the end of the body.
        if (isCancelled) return;
        if (done) {
          observer.onEnd("complete");
          return controller.close();
        }
        observer.onChunk(value);
        controller.enqueue(value);
      },
      cancel(reason) {
        isCancelled = true;
        observer.onEnd("cancelled");
        return reader.cancel(reason);
      },
    },
    { highWaterMark: 0 },
  );
}
