/** What a listener is sent next, and where it then is. */
export interface Update<Cursor> {
  readonly data: unknown;
  readonly cursor: Cursor;
}

type ReadUpdate<Cursor> = (cursor: Cursor | undefined) => Update<Cursor> | undefined;

/** Sends what is new to everyone who listens. */
export interface EventStream<Cursor> {
  /** `read` returns what is new for a listener at a cursor, undefined where nothing is. */
  open(read: ReadUpdate<Cursor>): ReadableStream<Uint8Array>;
  /** Ends what is open, and everything that is opened later at once. */
  close(): void;
}

/** How often the source is polled. Tests put into the store what they like, so nothing could tell of it. */
const POLL_MS = 200;

interface Listener<Cursor> {
  readonly read: ReadUpdate<Cursor>;
  readonly controller: ReadableStreamDefaultController<Uint8Array>;
  cursor: Cursor | undefined;
  problem: string;
}

const encoder = new TextEncoder();

/** As Server-Sent Events. Nothing is read and no timer runs while nobody listens. */
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
          // It keeps no process alive, and a server that is closed ends it.
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

/** Whatever a test has put into the store, the server goes on. */
function notify<Cursor>(listener: Listener<Cursor>): void {
  // Who is slow to read gets the next state, and not all between.
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
