import type { Answer } from "../cases/case.ts";
import { headersOf, type Network, piecesOf, REDIRECT_PATH, type SeenRequest } from "./network.ts";

const NULL_BODY = new Set([204, 205, 304]);

/** Answers as a network would, without one: rejects with the signal's reason, follows redirects when told to, breaks off. */
export function createMemoryNetwork(): Network {
  const origin = "https://api.example";
  const otherOrigin = "https://stranger.example";
  const origins = { "same origin": origin, "another origin": otherOrigin };
  let script: Answer[] = [];
  let seen: SeenRequest[] = [];
  let open: { name: string; done: boolean }[] = [];

  async function fetch(url: string, init: RequestInit): Promise<Response> {
    if (typeof url !== "string") throw new Error("fetch is called with (url: string, init)");
    const signal = init.signal ?? undefined;
    const answer = script.shift() ?? unscripted;
    if (!answer.ignoresSignal) signal?.throwIfAborted();
    const { origin: at, pathname, search } = new URL(url);
    const headers = Object.fromEntries(new Headers(init.headers));
    seen.push({
      origin: at,
      method: init.method ?? "GET",
      path: pathname,
      query: search.slice(1),
      headers,
      body: String(init.body ?? ""),
    });
    const obeyed = answer.ignoresSignal ? undefined : signal;
    if (answer.delayMs) await wait(answer.delayMs, obeyed);
    if (answer.breaksAfter === "nothing") throw failed("ECONNRESET");
    if (answer.stallsAfter === "nothing") return never(obeyed);
    if (answer.redirectsTo && init.redirect === "error") throw failed("unexpected redirect");
    if (answer.redirectsTo && init.redirect !== "manual") {
      return fetch(`${origins[answer.redirectsTo]}${REDIRECT_PATH}`, init);
    }
    const status = answer.status ?? 200;
    const entry = { name: `body of ${init.method} ${pathname} ${status}`, done: false };
    const body = NULL_BODY.has(status) || isEmpty(answer) ? null : stream(answer, obeyed, entry);
    if (body) open.push(entry);
    const response = new Response(body, { status, headers: headersOf(answer, origins) });
    return Object.defineProperty(response, "url", { value: url });
  }

  return {
    origin,
    otherOrigin,
    fetch,
    get seen() {
      return seen;
    },
    get strangerSaw() {
      return seen.filter(({ origin: at }) => at !== origin);
    },
    play(answers) {
      script = [...answers];
      seen = [];
      open = [];
    },
    leftovers: async () => open.filter(({ done }) => !done).map(({ name }) => name),
    close: async () => {},
  };
}

const unscripted: Answer = { status: 599, json: { message: "no further request is expected" } };

function isEmpty(answer: Answer): boolean {
  return piecesOf(answer).length === 0 && answer.breaksAfter === undefined && answer.stallsAfter === undefined;
}

/** A body that hands out one piece per read and knows whether it was read to its end or let go. */
function stream(answer: Answer, signal: AbortSignal | undefined, entry: { done: boolean }): ReadableStream<Uint8Array> {
  const pieces = piecesOf(answer);
  let index = 0;
  let abort: (() => void) | undefined;
  const end = (): void => {
    entry.done = true;
    if (abort) signal?.removeEventListener("abort", abort);
  };
  return new ReadableStream<Uint8Array>(
    {
      start(controller) {
        abort = () => {
          end();
          controller.error(signal?.reason);
        };
        signal?.addEventListener("abort", abort, { once: true });
      },
      async pull(controller) {
        const piece = pieces[index];
        if (piece) {
          if (index > 0 && answer.pauseMs) await wait(answer.pauseMs, signal).catch(() => {});
          if (entry.done) return;
          index += 1;
          return controller.enqueue(piece);
        }
        if (answer.breaksAfter !== undefined) {
          end();
          return controller.error(new TypeError("terminated", { cause: failed("UND_ERR_SOCKET").cause }));
        }
        if (answer.stallsAfter !== undefined) return new Promise(() => {});
        end();
        controller.close();
      },
      cancel: end,
    },
    { highWaterMark: 0 },
  );
}

function failed(code: string): TypeError {
  return new TypeError("fetch failed", { cause: Object.assign(new Error(code), { code }) });
}

function never(signal: AbortSignal | undefined): Promise<never> {
  return new Promise((_, reject) => {
    signal?.addEventListener("abort", () => reject(signal.reason), { once: true });
  });
}

function wait(ms: number, signal: AbortSignal | undefined): Promise<void> {
  return new Promise((resolve, reject) => {
    const timer = setTimeout(resolve, ms);
    signal?.addEventListener(
      "abort",
      () => {
        clearTimeout(timer);
        reject(signal.reason);
      },
      { once: true },
    );
  });
}
