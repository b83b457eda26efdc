import { toContractError } from "../contract-error.js";
import { encodeMedia } from "./encode-media.js";
import type { ResponseData } from "./response-data.js";

/** A list of up to this many elements is sent in one piece; a longer one is made while it is read. */
export const WHOLE_LIST_LIMIT = 500;

/** How much of a long list is handed over at a time. */
const CHUNK_CHARACTERS = 65_536;

/** Making a long list keeps timers and other requests waiting no longer than this. */
const SLICE_MS = 50;

const encoder = new TextEncoder();

/** Turns what a handler gives into a `Response`. The body of a long list is made only as fast as it is read. */
export function toResponse(data: ResponseData, signal?: AbortSignal): Response {
  const { status, headers, body } = data;
  if (!body) return new Response(null, { status, headers: { ...headers } });
  const json = { "content-type": data.mediaType ?? "application/json", ...headers };
  if (data.format) {
    const media = encodeMedia(data, (value) => serialize(value, data));
    return media instanceof Uint8Array
      ? wholeBytes(media, status, json)
      : new Response(media, { status, headers: json });
  }
  if ("value" in body) return whole(serialize(body.value, data), status, json);
  const elements = body.elements[Symbol.iterator]();
  const first: unknown[] = [];
  while (first.length <= WHOLE_LIST_LIMIT) {
    const { done, value } = elements.next();
    if (done) return whole(serialize(first, data), status, json);
    first.push(value);
  }
  return new Response(streamList(data, first, elements, signal), { status, headers: json });
}

function whole(text: string, status: number, headers: Record<string, string>): Response {
  return wholeBytes(encoder.encode(text), status, headers);
}

function wholeBytes(bytes: Uint8Array<ArrayBuffer>, status: number, headers: Record<string, string>): Response {
  return new Response(bytes, { status, headers: { ...headers, "content-length": String(bytes.length) } });
}

/** The store may hold what JSON has no form for, such as a BigInt or a cycle. */
function serialize(value: unknown, { operation, status }: ResponseData): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch (error) {
    throw operation === undefined ? error : toContractError(operation, status, error);
  }
}

function streamList(
  data: ResponseData,
  first: readonly unknown[],
  rest: Iterator<unknown>,
  signal: AbortSignal | undefined,
): ReadableStream<Uint8Array> {
  const elements = chain(first, rest);
  let separator = "[";
  let sliceStart = performance.now();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // A reader that is always ready would otherwise be served in microtasks alone, to the end.
        if (performance.now() - sliceStart > SLICE_MS) {
          await new Promise((resolve) => setTimeout(resolve));
          sliceStart = performance.now();
        }
        if (signal?.aborted) {
          rest.return?.();
          throw signal.reason;
        }
        let text = "";
        while (text.length < CHUNK_CHARACTERS) {
          const { done, value } = elements.next();
          if (done) {
            controller.enqueue(encoder.encode(`${text}]`));
            return controller.close();
          }
          text += separator + serialize(value, data);
          separator = ",";
        }
        controller.enqueue(encoder.encode(text));
      },
      cancel: () => void rest.return?.(),
    },
    // Nothing is made ahead of the reader.
    { highWaterMark: 0 },
  );
}

function* chain(first: readonly unknown[], rest: Iterator<unknown>): Generator<unknown, void> {
  yield* first;
  for (let next = rest.next(); !next.done; next = rest.next()) yield next.value;
}
