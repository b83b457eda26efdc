import type { Deadline } from "./deadline.js";
import { swallowErrors } from "./notify.js";

/** Reads a body chunk by chunk, whatever type of body the `fetch` returns instead of a web stream. */
export interface ChunkReader {
  read(): Promise<{ readonly done?: boolean; readonly value?: unknown }>;
  /** Cancels the download. Call `cancelReader` instead, which never throws. */
  cancel(): unknown;
}

/** The ways to read a body; the responses of the platform have all of them. */
interface AnyBody {
  getReader?(): ReadableStreamDefaultReader<Uint8Array>;
  [Symbol.asyncIterator]?(): AsyncIterator<unknown>;
  readonly locked?: boolean;
  cancel?(): unknown;
  destroy?(): unknown;
  on?(event: "error", listener: () => void): unknown;
}

interface AnyResponse {
  readonly status?: number;
  readonly body?: AnyBody | null;
  readonly bodyUsed?: boolean;
  text?(): Promise<string>;
  json?(): Promise<unknown>;
}

/** Why the body of a response cannot be read; undefined if it can. A body of null is a missing one. */
export function findUnreadable(response: Response): string | undefined {
  const { status, body, bodyUsed, text, json } = response as AnyResponse;
  if (bodyUsed || body?.locked) return "the body was read before fetch returned it";
  const hasNone = body === null || status === 204;
  if (hasNone || body?.getReader || body?.[Symbol.asyncIterator] || text || json) return undefined;
  return "the body is missing";
}

export function openBody(response: Response): ChunkReader {
  const { body } = response as AnyResponse;
  if (body?.getReader) return body.getReader();
  const chunks = body?.[Symbol.asyncIterator]?.() ?? readWhole(response as AnyResponse);
  const cancel = (): void => {
    cancelBody(response);
    swallowErrors(() => chunks.return?.());
  };
  return { read: () => chunks.next(), cancel };
}

/** Yields a body that cannot be read in chunks. */
async function* readWhole(response: AnyResponse): AsyncGenerator<unknown, void, undefined> {
  const text = (await response.text?.()) ?? JSON.stringify(await response.json?.()) ?? "";
  yield text.replace(/^\ufeff/, "");
}

/** Converts a chunk of a body to bytes; custom bodies may contain text. */
export function toBytes(chunk: unknown): Uint8Array {
  if (ArrayBuffer.isView(chunk)) return new Uint8Array(chunk.buffer, chunk.byteOffset, chunk.byteLength);
  if (typeof chunk === "string") return new TextEncoder().encode(chunk);
  throw new TypeError("chunks of a body must be bytes or text");
}

/** The longest string of V8, in characters; no other engine has a lower limit. */
const MAX_STRING_LENGTH = 2 ** 29 - 24;

/**
 * Reads a body as UTF-8, up to a size in bytes; above it, the rest is not downloaded and `isWhole` is false. Rejects
 * with the error of the body, or when the deadline interrupts.
 */
export function readText(
  response: Response,
  deadline: Deadline,
  maxBytes: number,
): Promise<{ text: string; isWhole: boolean }> {
  const reader = openBody(response);
  // One race for the whole body: a race for each chunk reduces throughput.
  return deadline.race(collect(reader, Math.min(maxBytes, MAX_STRING_LENGTH)), () => cancelReader(reader));
}

/** The same as bytes. */
export function readBytes(
  response: Response,
  deadline: Deadline,
  maxBytes: number,
): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const reader = openBody(response);
  return deadline.race(concatenate(reader, maxBytes), () => cancelReader(reader));
}

async function concatenate(reader: ChunkReader, maxBytes: number): Promise<{ bytes: Uint8Array; isWhole: boolean }> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for (let next = await reader.read(); !next.done; next = await reader.read()) {
    const chunk = toBytes(next.value);
    const rest = chunk.subarray(0, maxBytes - length);
    chunks.push(rest);
    length += rest.length;
    if (rest.length === chunk.length) continue;
    cancelReader(reader);
    return { bytes: join(chunks, length), isWhole: false };
  }
  return { bytes: join(chunks, length), isWhole: true };
}

function join(chunks: readonly Uint8Array[], length: number): Uint8Array {
  const bytes = new Uint8Array(length);
  let offset = 0;
  for (const chunk of chunks) {
    bytes.set(chunk, offset);
    offset += chunk.length;
  }
  return bytes;
}

async function collect(reader: ChunkReader, maxBytes: number): Promise<{ text: string; isWhole: boolean }> {
  let decoder: TextDecoder | undefined;
  let left = maxBytes;
  let text = "";
  let next = await reader.read();
  while (!next.done) {
    const chunk = typeof next.value === "string" ? next.value : toBytes(next.value);
    left -= chunk.length;
    const part = left < 0 ? chunk.slice(0, left) : chunk;
    // Nearly every body is one chunk, which is decoded at once when it is known to be the last.
    next = left < 0 ? { done: true } : await reader.read();
    if (typeof part === "string") text += part;
    else {
      decoder ??= new TextDecoder();
      text += decoder.decode(part, { stream: !next.done });
    }
  }
  if (left < 0) cancelReader(reader);
  return { text, isWhole: left >= 0 };
}

/** Cancels the download. Never throws. */
export function cancelReader(reader: ChunkReader): void {
  swallowErrors(() => reader.cancel());
}

/** Cancels an unread body, so that it does not keep its connection. Never throws, whatever the argument is. */
export function cancelBody(response: unknown): void {
  swallowErrors(() => {
    const { body } = response as AnyResponse;
    if (body?.cancel) return body.cancel();
    // A destroyed Node.js stream may still fail, which would end the process.
    body?.on?.("error", () => {});
    return body?.destroy?.();
  });
}
