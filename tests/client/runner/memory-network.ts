import type { ScriptedResponse } from "../cases/case.ts";
import {
  chunksOf,
  headersOf,
  type Network,
  REDIRECT_PATH,
  type ReceivedRequest,
  UNEXPECTED_REQUEST,
} from "./network.ts";

const NULL_BODY = new Set([204, 205, 304]);
const ORIGINS = { "same origin": "https://api.example", "another origin": "https://other.example" };

interface Body {
  readonly name: string;
  done: boolean;
}

/** Simulates a network in memory: rejects with the signal's reason, follows redirects if requested, breaks off. */
export function createMemoryNetwork(): Network {
  const script: ScriptedResponse[] = [];
  const seen: ReceivedRequest[] = [];
  const bodies: Body[] = [];

  async function fetch(url: string, init: RequestInit): Promise<Response> {
    if (typeof url !== "string") throw new Error("fetch is called with (url: string, init)");
    const scripted = script.shift() ?? UNEXPECTED_REQUEST;
    const signal = scripted.ignoresSignal ? undefined : (init.signal ?? undefined);
    signal?.throwIfAborted();
    seen.push(await note(url, init));
    if (scripted.delayMs) await wait(scripted.delayMs, signal);
    if (scripted.breaksAfter === "nothing") throw failed("ECONNRESET");
    if (scripted.stallsAfter === "nothing") return never(signal);
    if (scripted.redirectsTo && init.redirect === "error") throw failed("unexpected redirect");
    if (scripted.redirectsTo && init.redirect !== "manual") {
      return fetch(`${ORIGINS[scripted.redirectsTo]}${REDIRECT_PATH}`, init);
    }
    const status = scripted.status ?? 200;
    const entry = { name: `body of ${init.method} ${new URL(url).pathname} ${status}`, done: false };
    const body = NULL_BODY.has(status) || isEmpty(scripted) ? null : stream(scripted, signal, entry);
    if (body) bodies.push(entry);
    const response = new Response(body, { status, headers: headersOf(scripted, ORIGINS) });
    return Object.defineProperty(response, "url", { value: url });
  }

  return {
    origin: ORIGINS["same origin"],
    otherOrigin: ORIGINS["another origin"],
    fetch,
    seen,
    get crossOriginRequests() {
      return seen.filter(({ origin }) => origin !== this.origin);
    },
    enqueue(responses) {
      for (const list of [script, seen, bodies]) list.length = 0;
      script.push(...responses);
    },
    openBodies: async () => bodies.filter(({ done }) => !done).map(({ name }) => name),
    close: async () => {},
  };
}

async function note(url: string, { method = "GET", headers, body }: RequestInit): Promise<ReceivedRequest> {
  const { origin, pathname, search } = new URL(url);
  const sent = new Response(body);
  // The platform sets the content type of a form, with its boundary.
  const type = body instanceof FormData && { "content-type": sent.headers.get("content-type") ?? "" };
  return {
    ...{ origin, method, path: pathname, query: search.slice(1), body: await sent.text() },
    headers: { ...Object.fromEntries(new Headers(headers)), ...type },
  };
}

function isEmpty(scripted: ScriptedResponse): boolean {
  return chunksOf(scripted).length === 0 && scripted.breaksAfter === undefined && scripted.stallsAfter === undefined;
}

/** A body of one chunk per read, which records whether it was read to its end or cancelled. */
function stream(scripted: ScriptedResponse, signal: AbortSignal | undefined, entry: Body): ReadableStream<Uint8Array> {
  const chunks = chunksOf(scripted);
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
        const chunk = chunks[index];
        if (chunk) {
          if (index > 0 && scripted.pauseMs) await wait(scripted.pauseMs, signal).catch(() => {});
          if (entry.done) return;
          index += 1;
          return controller.enqueue(chunk);
        }
        if (scripted.breaksAfter !== undefined) {
          end();
          return controller.error(new TypeError("terminated", { cause: failed("UND_ERR_SOCKET").cause }));
        }
        if (scripted.stallsAfter !== undefined) return new Promise(() => {});
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
