import { pipeline, type Readable, Transform } from "node:stream";

/** As long as a line can be for the SDK; a longer one is passed on, and rejected there. */
const MAX_BYTES = 10 * 1024 * 1024;

const NEWLINE = 0x0a;
const BATCH_START = 0x5b;

/**
 * The input with each message of a batch on a line of its own. Batches belong to protocol 2025-03-26; the SDK takes them
 * over HTTP only. Other lines are passed on as they come.
 */
export function splitBatches(input: Readable): Readable {
  let isLineStart = true;
  let batch: Buffer[] = [];
  const output = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      for (const part of splitLines(chunk)) {
        const isLineEnd = part.at(-1) === NEWLINE;
        if (batch.length > 0 || (isLineStart && part[0] === BATCH_START)) batch.push(part);
        else output.push(part);
        isLineStart = isLineEnd;
        if (isLineEnd || sizeOf(batch) > MAX_BYTES) passOn();
      }
      done();
    },
    flush(done) {
      passOn();
      done();
    },
  });
  const passOn = (): void => {
    if (batch.length > 0) output.push(renderMessages(Buffer.concat(batch)));
    batch = [];
  };
  // The reader of the output handles its errors, which include those of the input.
  pipeline(input, output, () => {});
  return output;
}

/** The lines of a chunk, each with its end; the last one may have none. */
function splitLines(chunk: Buffer): readonly Buffer[] {
  const lines: Buffer[] = [];
  for (let start = 0; start < chunk.length; ) {
    const end = chunk.indexOf(NEWLINE, start);
    const next = end === -1 ? chunk.length : end + 1;
    lines.push(chunk.subarray(start, next));
    start = next;
  }
  return lines;
}

function sizeOf(parts: readonly Buffer[]): number {
  return parts.reduce((sum, { length }) => sum + length, 0);
}

/** The line as it is, unless it is a batch with messages. */
function renderMessages(line: Buffer): Buffer | string {
  try {
    const messages: readonly unknown[] = JSON.parse(line.toString());
    return messages.length === 0 ? line : messages.map((message) => `${JSON.stringify(message)}\n`).join("");
  } catch {
    return line;
  }
}
