import { pipeline, type Readable, Transform } from "node:stream";

const MARK = Buffer.from("\ufeff");

/** The input without a byte order mark at its start, which some programs of Windows write, and which is no JSON. */
export function withoutByteOrderMark(input: Readable): Readable {
  let isStart = true;
  const output = new Transform({
    transform(chunk: Buffer, _encoding, done) {
      const isMarked = isStart && chunk.subarray(0, MARK.length).equals(MARK);
      isStart = false;
      done(null, isMarked ? chunk.subarray(MARK.length) : chunk);
    },
  });
  // The reader of the output handles its errors, which include those of the input.
  pipeline(input, output, () => {});
  return output;
}
