import type { Answer } from "../cases/case.ts";
import { headersOf, type Network, piecesOf, REDIRECT_PATH, type SeenRequest, UNSCRIPTED } from "./network.ts";

const NULL_BODY = new Set([204, 205, 304]);
const ORIGINS = { "same origin": "https://api.example", "another origin": "https://stranger.example" };

interface Body {
  readonly name: string;
  done: boolean;
}

/** Answers as a network would, without one: rejects with the signal's reason, follows redirects when told to, breaks off. */
export function createMemoryNetwork(): Network {
  const script: Answer[] = [];
  const seen: SeenRequest[] = [];
  const bodies: Body[] = [];

  async function fetch(url: string, init: RequestInit): Promise<Response> {
    if (typeof url !== "string") throw new Error("fetch is called with (url: string, init)");
    const answer = script.shift() ?? UNSCRIPTED;
    const signal = answer.ignoresSignal ? undefined : (init.signal ?? undefined);
    signal?.throwIfAborted();
    seen.push(note(url, init));
    if (answer.delayMs) await wait(answer.delayMs, signal);
    if (answer.breaksAfter === "nothing") throw failed("ECONNRESET");
    if (answer.stallsAfter === "nothing") return never(signal);
    if (answer.redirectsTo && init.redirect === "error") throw failed("unexpected redirect");
    if (answer.redirectsTo && init.redirect !== "manual") {
      return fetch(`${ORIGINS[answer.redirectsTo]}${REDIRECT_PATH}`, init);
    }
    const status = answer.status ?? 200;
    const entry = { name: `body of ${init.method} ${new URL(url).pathname} ${status}`, done: false };
    const body = NULL_BODY.has(status) || isEmpty(answer) ? null : stream(answer, signal, entry);
    if (body) bodies.push(entry);
    const response = new Response(body, { status, headers: headersOf(answer, ORIGINS) });
    return Object.defineProperty(response, "url", { value: url });
  }

  return {
    origin: ORIGINS["same origin"],
    otherOrigin: ORIGINS["another origin"],
    fetch,
    seen,
    get strangerSaw() {
      return seen.filter(({ origin }) => origin !== this.origin);
    },
    play(answers) {
      for (const list of [script, seen, bodies]) list.length = 0;
      script.push(...answers);
    },
    leftovers: async () => bodies.filter(({ done }) => !done).map(({ name }) => name),
    close: async () => {},
  };
}

function note(url: string, { method = "GET", headers, body }: RequestInit): SeenRequest {
  const { origin, pathname, search } = new URL(url);
  return {
    ...{ origin, method, path: pathname, query: search.slice(1), body: String(body ?? "") },
    headers: Object.fromEntries(new Headers(headers)),
  };
}

function isEmpty(answer: Answer): boolean {
  return piecesOf(answer).length === 0 && answer.breaksAfter === undefined && answer.stallsAfter === undefined;
}

/** A body that hands out one piece per read and knows whether it was read to its end or let go. */
function stream(answer: Answer, signal: AbortSignal | undefined, entry: Body): ReadableStream<Uint8Array> {
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
