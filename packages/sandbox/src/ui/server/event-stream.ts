/** What a listener is sent next, and where it then is. */
export interface Update<Cursor> {
  readonly data: unknown;
  readonly cursor: Cursor;
}

/** Sends what is new to everyone who listens. */
export interface EventStream {
  open(): ReadableStream<Uint8Array>;
  /** Ends what is open, and everything that is opened later at once. */
  close(): void;
}

/** How often the source is polled. Tests put into the store what they like, so nothing could tell of it. */
const POLL_MS = 200;

interface Listener<Cursor> {
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  cursor: Cursor | undefined;
  problem: string;
}

const encoder = new TextEncoder();

/**
 * As Server-Sent Events. `read` returns what is new for a listener at a cursor, undefined where nothing is. Nothing is
 * read and no timer runs while nobody listens.
 */
export function createEventStream<Cursor>(
  read: (cursor: Cursor | undefined) => Update<Cursor> | undefined,
): EventStream {
  const listeners = new Set<Listener<Cursor>>();
  let timer: NodeJS.Timeout | undefined;
  let closed = false;

  function poll(): void {
    for (const listener of listeners) notify(listener, read);
  }

  function leave(listener: Listener<Cursor>): void {
    listeners.delete(listener);
    if (listeners.size === 0) clearInterval(timer);
  }

  return {
    open() {
      let listener: Listener<Cursor>;
      return new ReadableStream({
        start(controller) {
          if (closed) return controller.close();
          listener = { controller, cursor: undefined, problem: "" };
          // It keeps no process alive, and a server that is closed ends it.
          if (listeners.size === 0) timer = setInterval(poll, POLL_MS).unref();
          listeners.add(listener);
          notify(listener, read);
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
function notify<Cursor>(
  listener: Listener<Cursor>,
  read: (cursor: Cursor | undefined) => Update<Cursor> | undefined,
): void {
  // Who is slow to read gets the next state, and not all between.
  if ((listener.controller.desiredSize ?? 0) <= 0) return;
  const send = (event: string): void => listener.controller.enqueue(encoder.encode(event));
  try {
    const update = read(listener.cursor);
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
