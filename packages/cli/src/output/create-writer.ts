import { ClosedPipe } from "../errors/usage-error.js";
import type { OutputStream } from "../io.js";

/** Writes text to a stream, in chunks that are large enough for a system call. */
export interface Writer {
  /** Resolves when the stream is ready for more. Rejects with `ClosedPipe` if the reader has closed it. */
  write(text: string): Promise<void> | undefined;
  flush(): Promise<void>;
  /** Writes without buffering. */
  writeBytes(bytes: Uint8Array): Promise<void>;
}

const CHUNK_LENGTH = 65_536;

export function createWriter(stream: OutputStream): Writer {
  let buffered: string[] = [];
  let length = 0;
  let failure: Error | undefined;
  // The error of a write is reported twice: to its callback, and as an event that would end the process.
  stream.on?.("error", (error) => {
    failure ??= error;
  });

  const writeBytes = (chunk: string | Uint8Array): Promise<void> =>
    new Promise((resolve, reject) => {
      if (failure) reject(toError(failure));
      else stream.write(chunk, (error) => (error ? reject(toError(error)) : resolve()));
    });
  const flush = async (): Promise<void> => {
    if (failure) throw toError(failure);
    if (length === 0) return;
    const text = buffered.join("");
    buffered = [];
    length = 0;
    await writeBytes(text);
  };

  return {
    flush,
    writeBytes,
    write(text) {
      // The text of one input chunk leaves in one write, without waiting for more.
      if (length === 0)
        setImmediate(() =>
          flush().catch((error: Error) => {
            failure ??= error;
          }),
        );
      buffered.push(text);
      length += text.length;
      return failure || length >= CHUNK_LENGTH ? flush() : undefined;
    },
  };
}

function toError(error: NodeJS.ErrnoException): Error {
  const { code } = error;
  return code === "EPIPE" || code === "ERR_STREAM_DESTROYED" ? new ClosedPipe("stdout is closed") : error;
}
