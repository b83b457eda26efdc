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
  if (streams.length === 0) return new Blob(parts as BlobPart[], { type });
  const chunks = readParts(parts);
  const stream = new ReadableStream<Uint8Array>(
    {
      pull: async (controller) => {
        const { done, value } = await chunks.next();
        if (done) controller.close();
        else controller.enqueue(value);
      },
      cancel: async (reason) => {
        await chunks.return();
        // Those whose turn did not come.
        await Promise.all(streams.map((one) => one.cancel(reason)));
      },
    },
    // Nothing is read before it is sent.
    { highWaterMark: 0 },
  );
  return Object.assign(stream, { type });
}

async function* readParts(parts: readonly Part[]): AsyncGenerator<Uint8Array, void> {
  for (const part of parts) {
    const stream = part instanceof ReadableStream ? part : new Blob([part]).stream();
    const reader = stream.getReader();
    try {
      for (let read = await reader.read(); !read.done; read = await reader.read()) yield read.value;
    } finally {
      // Without effect on a stream that has ended.
      await reader.cancel();
      reader.releaseLock();
    }
  }
}
