import type { Answer } from "../contract/answer.js";

/** A list of up to this many elements is answered in one piece; a longer one is made while it is read. */
export const WHOLE_LIST_LIMIT = 500;

/** How much of a long list is handed over at a time. */
const CHUNK_CHARACTERS = 65_536;

const encoder = new TextEncoder();

/** Turns an answer into a `Response`. The body of a long list is made only as fast as it is read. */
export function toResponse({ status, headers, body }: Answer, signal?: AbortSignal): Response {
  if (!body) return new Response(null, { status, headers: { ...headers } });
  const json = { "content-type": "application/json", ...headers };
  if ("value" in body) return whole(JSON.stringify(body.value) ?? "null", status, json);
  const elements = body.elements[Symbol.iterator]();
  const first: unknown[] = [];
  while (first.length <= WHOLE_LIST_LIMIT) {
    const { done, value } = elements.next();
    if (done) return whole(JSON.stringify(first), status, json);
    first.push(value);
  }
  return new Response(streamList(first, elements, signal), { status, headers: json });
}

function whole(text: string, status: number, headers: Record<string, string>): Response {
  const bytes = encoder.encode(text);
  return new Response(bytes, { status, headers: { ...headers, "content-length": String(bytes.length) } });
}

function streamList(first: readonly unknown[], rest: Iterator<unknown>, signal?: AbortSignal): ReadableStream<Uint8Array> {
  let pending: Iterator<unknown> = first.values();
  let separator = "[";
  const next = (): IteratorResult<unknown> => {
    const result = pending.next();
    if (!result.done || pending === rest) return result;
    pending = rest;
    return rest.next();
  };
  return new ReadableStream<Uint8Array>(
    {
      pull(controller) {
        if (signal?.aborted) throw signal.reason;
        let text = "";
        while (text.length < CHUNK_CHARACTERS) {
          const { done, value } = next();
          if (done) {
            controller.enqueue(encoder.encode(`${text}]`));
            return controller.close();
          }
          text += separator + JSON.stringify(value);
          separator = ",";
        }
        controller.enqueue(encoder.encode(text));
      },
      cancel() {
        rest.return?.();
      },
    },
    { highWaterMark: 0 },
  );
}
