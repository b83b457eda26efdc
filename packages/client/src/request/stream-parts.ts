import { invalidInput } from "../errors/invalid-input.js";
import { isStream } from "./is-stream.js";

/** Returns a stream that has not been read. Throws `InvalidInput` for any other, and if the platform sends none. */
export function readStream(param: string, stream: ReadableStream): ReadableStream {
  if (stream.locked) throw invalidInput(param, "must be a stream that nothing reads");
  if (!isSentAsText()) return stream;
  throw invalidInput(param, "must not be a stream, which this runtime cannot send; pass a Blob");
}

/**
 * Whether the platform would send a stream as the text "[object ReadableStream]", as Firefox does: a text has a content
 * type of its own, and a stream has none.
 */
function isSentAsText(): boolean {
  const init = { method: "POST", body: new ReadableStream(), duplex: "half" };
  return new Request("https://request.invalid", init).headers.has("content-type");
}

type Part = string | Blob | ReadableStream;

/** Joins the parts: as a `Blob`, or as a stream if one of them is a stream. */
export function joinParts(parts: readonly Part[], type: string): Blob | (ReadableStream & { readonly type: string }) {
  const streams = parts.filter(isStream);
  return streams.length === 0 ? new Blob(parts as BlobPart[], { type }) : Object.assign(join(parts, streams), { type });
}

/** Reads each part in its turn, and none before the request is sent. */
function join(parts: readonly Part[], streams: readonly ReadableStream[]): ReadableStream<Uint8Array> {
  const left = parts.values();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const readNext = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      if (!reader) {
        const { done, value: part } = left.next();
        if (done) return undefined;
        reader = (isStream(part) ? part : new Blob([part]).stream()).getReader();
      }
      const { done, value } = await reader.read();
      if (!done) return value;
      // It stays locked: another call would send it without its content.
      reader = undefined;
    }
  };
  /** Cancels the stream that is being read, even during a read, and the streams that have not been read. */
  const cancelAll = async (reason: unknown): Promise<void> => {
    await Promise.allSettled([reader?.cancel(reason), ...streams.map((stream) => stream.cancel(reason))]);
  };
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        try {
          const chunk = await readNext();
          if (chunk) controller.enqueue(chunk);
          else controller.close();
        } catch (error) {
          await cancelAll(error);
          throw error;
        }
      },
      cancel: cancelAll,
    },
    { highWaterMark: 0 },
  );
}
