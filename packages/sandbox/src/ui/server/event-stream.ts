/** Returns the next update, undefined if there is none. */
type ReadUpdate = () => unknown;

/** Sends updates to all listeners. */
export interface EventStream {
  /** `follow` starts to read for a listener: the first update is the whole state. */
  open(follow: () => ReadUpdate): ReadableStream<Uint8Array>;
  /** Closes all open streams, and every later one at once. */
  close(): void;
}

/** The interval at which the source is polled. Tests write directly to the store, so no event reports a change. */
const POLL_MS = 200;

interface Listener {
  readonly follow: () => ReadUpdate;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  read: ReadUpdate;
  problem: string;
}

const encoder = new TextEncoder();

/** As server-sent events. Nothing is read and no timer runs without a listener. */
export function createEventStream(): EventStream {
  const listeners = new Set<Listener>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function leave(listener: Listener): void {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  }

  return {
    open(follow) {
      let listener: Listener;
      return new ReadableStream({
        start(controller) {
          if (closed) return controller.close();
          listener = { follow, controller, read: follow(), problem: "" };
          // The timer does not keep the process alive, and closing the server stops it.
          if (listeners.size === 0) timer = setInterval(() => listeners.forEach(notify), POLL_MS).unref();
          listeners.add(listener);
          notify(listener);
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

/** Whatever a test has put into the store, the server continues. */
function notify(listener: Listener): void {
  // A slow reader gets the latest state, without those between.
  if ((listener.controller.desiredSize ?? 0) <= 0) return;
  const send = (event: string): void => listener.controller.enqueue(encoder.encode(event));
  try {
    const update = listener.read();
    if (update === undefined) return;
    send(`data: ${JSON.stringify(update)}\n\n`);
    listener.problem = "";
  } catch (error) {
    const problem = `event: problem\ndata: ${JSON.stringify(String(error))}\n\n`;
    if (problem !== listener.problem) send(problem);
    listener.problem = problem;
    listener.read = listener.follow();
  }
}
