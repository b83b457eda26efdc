import type { Call } from "./call.js";
import type { Deadline } from "./deadline.js";
import { CutError, createElementCutter } from "./element-cutter.js";
import { inspect } from "./inspect.js";
import type { Failure, Success } from "./outcome.js";
import { fail } from "./report.js";

/** A body whose first bytes are here: until then an attempt may be repeated, from then on not. */
export interface Download {
  readonly call: Call;
  readonly response: Response;
  readonly deadline: Deadline;
  readonly first: Uint8Array | undefined;
  /** Waits for the next bytes, within `timeoutMs`; undefined at the end. The clock stands still outside of this. */
  read(): Promise<Uint8Array | undefined>;
  /** Ends the download. */
  cancel(): void;
}

/** Waits for the first bytes of a success; the rest stays where it is until somebody asks for it. */
export async function openDownload(call: Call, response: Response, deadline: Deadline): Promise<Success> {
  const { timeoutMs } = call.settings;
  const reader = response.body?.getReader();
  const read = async (): Promise<Uint8Array | undefined> => {
    deadline.start("timeoutMs", timeoutMs);
    const chunk = reader && (await deadline.guard(reader.read()));
    deadline.stop();
    return chunk?.value;
  };
  const cancel = (): void => {
    reader?.cancel().catch(() => {});
    deadline.cancel();
  };
  const data: Download = { call, response, deadline, first: await read(), read, cancel };
  return { kind: "success", response, data };
}

/** Bytes that are cut and parsed at once: what is held is one such piece and its elements. */
const PIECE_LENGTH = 2 ** 16;

/** Gives the elements of an array while it is downloaded, and reads on only when they are used up. */
export async function* readElements(open: () => Promise<Download>): AsyncGenerator<unknown, void, undefined> {
  const { call, response, deadline, first, read, cancel } = await open();
  const cutter = createElementCutter();
  try {
    for (let chunk = first; chunk; chunk = await read()) {
      for (let start = 0; start < chunk.length; start += PIECE_LENGTH) {
        for (const element of cutter.feed(chunk.subarray(start, start + PIECE_LENGTH))) {
          const expected = inspect(call, "element", element);
          if (expected) throw new CutError(expected);
          yield element;
          if (deadline.interruption) throw deadline.interruption;
        }
      }
    }
    cutter.end();
  } catch (cause) {
    const failure: Failure =
      cause instanceof CutError
        ? { kind: "malformed", response, expected: cause.message, preview: new TextDecoder().decode(first) }
        : (deadline.interruption ?? { kind: "connection", cause });
    const settled = fail(call, failure);
    throw settled.ok || settled.error;
  } finally {
    cancel();
  }
}
