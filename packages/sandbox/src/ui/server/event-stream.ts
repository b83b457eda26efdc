/** The next update for a listener, and its new cursor. */
export interface Update<Cursor> {
  readonly data: unknown;
  readonly cursor: Cursor;
}

type ReadUpdate<Cursor> = (cursor: Cursor | undefined) => Update<Cursor> | undefined;

/** Sends updates to all listeners. */
export interface EventStream<Cursor> {
  /** `read` returns the update for a listener at a cursor, undefined if there is none. */
  open(read: ReadUpdate<Cursor>): ReadableStream<Uint8Array>;
  /** Closes all open streams, and every later one at once. */
  close(): void;
}

/** The interval at which the source is polled. Tests write directly to the store, so no event reports a change. */
const POLL_MS = 200;

interface Listener<Cursor> {
  readonly read: ReadUpdate<Cursor>;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  cursor: Cursor | undefined;
  problem: string;
}

const encoder = new TextEncoder();

/** As server-sent events. Nothing is read and no timer runs without a listener. */
export function createEventStream<Cursor>(): EventStream<Cursor> {
  const listeners = new Set<Listener<Cursor>>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function poll(): void {
    for (const listener of listeners) notify(listener);
  }

  function leave(listener: Listener<Cursor>): void {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  }

  return {
    open(read) {
      let listener: Listener<Cursor>;
      return new ReadableStream({
        start(controller) {
          if (closed) return controller.close();
          listener = { read, controller, cursor: undefined, problem: "" };
          // The timer does not keep the process alive, and closing the server stops it.
          if (listeners.size === 0) timer = setInterval(poll, POLL_MS).unref();
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
function notify<Cursor>(listener: Listener<Cursor>): void {
  // A slow reader gets the latest state, without those between.
  if ((listener.controller.desiredSize ?? 0) <= 0) return;
  const send = (event: string): void => listener.controller.enqueue(encoder.encode(event));
  try {
    const update = listener.read(listener.cursor);
    if (update) {
      send(`data: ${JSON.stringify(update.data)}\n\n`);
      listener.cursor = update.cursor;
      listener.problem = "";
    }
  } catch (error) {
    const problem = `event: problem\ndata: ${JSON.stringify(String(error))}\n\n`;
    if (problem !== listener.problem) send(problem);
    listener.problem = problem;
    listener.cursor = undefined;
  }
}
