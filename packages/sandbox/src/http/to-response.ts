import { toContractError } from "../contract-error.js";
import { encodeMedia } from "./encode-media.js";
import { EncodedList, WHOLE_LIST_LIMIT } from "./encoded-list.js";
import { entityTag, hasEntityTag } from "./entity-tag.js";
import type { ResponseData } from "./response-data.js";

/** The recipient of a response. */
export interface Recipient {
  /** Without it, as for a fault, the response is always sent whole and unchanged. */
  readonly request?: Request;
  readonly signal?: AbortSignal | undefined;
}

/** The longest time for which generating a list delays timers and other requests. */
const SLICE_MS = 50;

const encoder = new TextEncoder();

/** Kept from before any test replaces it: a list would never continue where nobody advances a fake clock. */
const realSetTimeout = setTimeout;

/** Turns response data into a `Response`. The body of a long list is generated only as fast as it is read. */
export function toResponse(data: ResponseData, { request, signal }: Recipient = {}): Response {
  const { status, headers, body } = data;
  if (!body) return new Response(null, { status, headers: { ...headers } });
  const type = { "content-type": data.mediaType ?? "application/json" };
  const head: Head = { status, headers: { ...type, ...(request && { vary: "accept-encoding" }), ...headers } };
  if (data.format) {
    const media = encodeMedia(data, (value) => serialize(value, data));
    if (media instanceof Uint8Array) return completeResponse([media], head, request);
    // Without `vary`, nothing compresses them, which would hold events back.
    return new Response(streamChunks([], media), { status, headers: { ...type, ...headers } });
  }
  if ("value" in body) return completeResponse([encoder.encode(serialize(body.value, data))], head, request);
  const list = new EncodedList(body.elements, (value) => serialize(value, data));
  const first: Uint8Array<ArrayBuffer>[] = [];
  while (list.length <= WHOLE_LIST_LIMIT) {
    const { done, value } = list.chunks.next();
    if (done) return completeResponse(first, head, request);
    first.push(value);
  }
  return new Response(streamChunks(first, list.chunks, signal), head);
}

interface Head {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
}

type Chunks = readonly Uint8Array<ArrayBuffer>[];

function completeResponse(chunks: Chunks, { status, headers }: Head, request: Request | undefined): Response {
  const etag = request?.method === "GET" && status === 200 ? entityTag(chunks) : undefined;
  if (request && etag && hasEntityTag(request, etag)) {
    return new Response(null, { status: 304, headers: { etag, vary: "accept-encoding" } });
  }
  const length = String(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
  const [only, ...others] = chunks;
  const body = others.length === 0 ? only : streamChunks(chunks, [].values());
  return new Response(body, { status, headers: { ...headers, ...(etag && { etag }), "content-length": length } });
}

/** The store may contain values without a JSON form, such as a BigInt or a cycle. */
function serialize(value: unknown, { operation, status }: ResponseData): string {
  try {
    return JSON.stringify(value) ?? "null";
  } catch (error) {
    throw operation === undefined ? error : toContractError(operation, status, error);
  }
}

/** Sends the existing chunks, then those that are generated on demand. */
export function streamChunks(
  first: Chunks,
  rest: Iterator<Uint8Array<ArrayBuffer>, void>,
  signal?: AbortSignal,
): ReadableStream<Uint8Array> {
  const ready = first.values();
  let sliceStart = performance.now();
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        // A reader that is always ready would otherwise be served to the end in microtasks alone.
        if (performance.now() - sliceStart > SLICE_MS) {
          await new Promise((resolve) => realSetTimeout(resolve));
          sliceStart = performance.now();
        }
        if (signal?.aborted) {
          rest.return?.();
          throw signal.reason;
        }
        const chunk = ready.next().value ?? rest.next().value;
        if (chunk) controller.enqueue(chunk);
        else controller.close();
      },
      cancel: () => void rest.return?.(),
    },
    // Nothing is generated ahead of the reader.
    { highWaterMark: 0 },
  );
}
