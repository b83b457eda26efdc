import { toContractError } from "../contract-error.js";
import { encodeMedia } from "./encode-media.js";
import { entityTag, hasEntityTag } from "./entity-tag.js";
import type { ResponseData } from "./response-data.js";

/** Whom a response goes to. */
export interface Recipient {
  /** Without it, as for a fault, the response is always sent whole and as it is. */
  readonly request?: Request;
  readonly signal?: AbortSignal | undefined;
}

/** A list of up to this many elements is sent in one piece, with its tag; a longer one is made while it is read. */
export const WHOLE_LIST_LIMIT = 500;

/** How much of a long list is handed over at a time. */
const CHUNK_CHARACTERS = 65_536;

/** Making a long list keeps timers and other requests waiting no longer than this. */
const SLICE_MS = 50;

const encoder = new TextEncoder();

/** Turns response data into a `Response`. The body of a long list is made only as fast as it is read. */
export function toResponse(data: ResponseData, { request, signal }: Recipient = {}): Response {
  const { status, headers, body } = data;
  if (!body) return new Response(null, { status, headers: { ...headers } });
  const type = { "content-type": data.mediaType ?? "application/json" };
  const head: Head = { status, headers: { ...type, ...(request && { vary: "accept-encoding" }), ...headers } };
  if (data.format) {
    const media = encodeMedia(data, (value) => serialize(value, data));
    // Events come one by one: they vary with nothing, so that nothing compresses them.
    if (!(media instanceof Uint8Array)) return new Response(media, { status, headers: { ...type, ...headers } });
    return whole(media, head, request);
  }
  const wholeJson = (value: unknown): Response => whole(encoder.encode(serialize(value, data)), head, request);
  if ("value" in body) return wholeJson(body.value);
  const elements = body.elements[Symbol.iterator]();
  const first: unknown[] = [];
  while (first.length <= WHOLE_LIST_LIMIT) {
    const { done, value } = elements.next();
    if (done) return wholeJson(first);
    first.push(value);
  }
  return new Response(streamList(data, first, elements, signal), head);
}

interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

function whole(bytes: Uint8Array<ArrayBuffer>, { status, headers }: Head, request: Request | undefined): Response {
  const etag = request?.method === "GET" && status === 200 ? entityTag(bytes) : undefined;
  if (request && etag && hasEntityTag(request, etag)) {
    return new Response(null, { status: 304, headers: { etag, vary: "accept-encoding" } });
  }
  const length = String(bytes.length);
  return new Response(bytes, { status, headers: { ...headers, ...(etag && { etag }), "content-length": length } });
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
