/** Sends what a function returns to everyone who listens, now and whenever it has changed. */
export interface EventStream {
  open(): ReadableStream<Uint8Array>;
  /** Ends what is open, and everything that is opened later at once. */
  close(): void;
}

/** How often it is looked for changes. Tests put into the store what they like, so nothing could tell of it. */
const POLL_MS = 200;

interface Listener {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  sent: string;
}

const encoder = new TextEncoder();

/** As Server-Sent Events. Nothing is read and no timer runs while nobody listens. */
export function createEventStream(read: () => unknown): EventStream {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function poll(to: Iterable<Listener> = listeners): void {
    const event = write(read);
    for (const listener of to) {
      // Who is slow to read gets the next state, and not all between.
      if (event === listener.sent || (listener.controller.desiredSize ?? 0) <= 0) continue;
      listener.sent = event;
      listener.controller.enqueue(encoder.encode(event));
    }
  }

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  }

  return {
    open() {
      let listener: Listener;
      return new ReadableStream({
        start(controller) {
          if (closed) return controller.close();
          listener = { controller, sent: "" };
          // It keeps no process alive, and a server that is closed ends it.
          if (listeners.size === 0) timer = setInterval(poll, POLL_MS).unref();
          listeners.add(listener);
          poll([listener]);
        },
        cancel: () => leave(listener),
      });
    },
    close() {
      closed = true;
      for (const listener of listeners) {
        listener.controller.close();
        leave(listener);
      }
    },
  };
}

/** Whatever a test has put into the store, the server goes on. */
function write(read: () => unknown): string {
  try {
    return `data: ${JSON.stringify(read())}\n\n`;
  } catch (error) {
    return `event: problem\ndata: ${JSON.stringify(String(error))}\n\n`;
  }
}
