import { ClosedPipe } from "../errors/usage-error.js";
import type { OutputStream } from "../io.js";

/** Text on its way to a stream, in chunks that are worth a system call. */
export interface Writer {
  /** Resolves when more is welcome. Rejects with `ClosedPipe` where nobody reads any more. */
  write(text: string): Promise<void> | undefined;
  flush(): Promise<void>;
  /** Writes at once. */
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
      // What arrives in one chunk leaves in one write; nothing waits for more.
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
