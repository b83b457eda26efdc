import { InvalidInput } from "../errors/invalid-input.js";

/** A stream that nobody has begun to read. Throws `InvalidInput` for any other. */
export function readStream(param: string, stream: ReadableStream): ReadableStream {
  if (!stream.locked) return stream;
  throw new InvalidInput("invalid_input", param, `${param} must be a stream that nothing reads`);
}

type Part = string | Blob | ReadableStream;

/** The parts one after the other: as a `Blob`, or as a stream where one of them is. */
export function joinParts(parts: readonly Part[], type: string): Blob | (ReadableStream & { readonly type: string }) {
  const streams = parts.filter((part) => part instanceof ReadableStream);
  return streams.length === 0 ? new Blob(parts as BlobPart[], { type }) : Object.assign(join(parts, streams), { type });
}

/** Reads each part when its turn comes, and nothing before it is sent. */
function join(parts: readonly Part[], streams: readonly ReadableStream[]): ReadableStream<Uint8Array> {
  const left = parts.values();
  let reader: ReadableStreamDefaultReader<Uint8Array> | undefined;
  const readNext = async (): Promise<Uint8Array | undefined> => {
    for (;;) {
      if (!reader) {
        const { done, value: part } = left.next();
        if (done) return undefined;
        reader = (part instanceof ReadableStream ? part : new Blob([part]).stream()).getReader();
      }
      const { done, value } = await reader.read();
      if (!done) return value;
      reader.releaseLock();
      reader = undefined;
    }
  };
  /** That which is being read, also where it stands still, and those whose turn did not come. */
  const cancelAll = async (reason: unknown): Promise<void> => {
    const others = streams.filter(({ locked }) => !locked);
    await Promise.allSettled([reader?.cancel(reason), ...others.map((stream) => stream.cancel(reason))]);
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
