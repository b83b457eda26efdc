import { openBody, toBytes } from "./body.js";
import type { Call, Prepared } from "./call.js";
import { toFailure } from "./connection.js";
import { type Deadline, onAbort } from "./deadline.js";
import { CutError, createElementCutter, type ElementCutter } from "./element-cutter.js";
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
  const reader = openBody(response);
  const read = async (): Promise<Uint8Array | undefined> => {
    deadline.start("timeoutMs", timeoutMs);
    const { done, value } = await deadline.guard(reader.read(), reader.cancel);
    deadline.stop();
    return done ? undefined : toBytes(value);
  };
  const cancel = (): void => {
    reader.cancel();
    deadline.cancel();
  };
  const data: Download = { call, response, deadline, first: await read(), read, cancel };
  return { kind: "success", response, data };
}

/** Bytes that are cut and parsed at once: what is held is one such piece and its elements. */
const PIECE_LENGTH = 2 ** 16;

/** Why a download ends whose consumer has left. */
const LEFT = /* @__PURE__ */ Symbol("left");

type Open = (prepared: Prepared) => Promise<Download>;

/**
 * Gives the elements of an array while it is downloaded, and reads on only when they are used up. Leaving ends the download
 * at once, also while the next element is awaited.
 */
export function readElements(prepare: () => Prepared, open: Open): AsyncIterableIterator<unknown> {
  const leaving = new AbortController();
  const elements = generateElements(prepare, open, leaving);
  return {
    next: () => elements.next(),
    return: () => {
      leaving.abort(LEFT);
      return elements.return();
    },
    throw: (error) => {
      leaving.abort(LEFT);
      return elements.throw(error);
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}

async function* generateElements(
  prepare: () => Prepared,
  open: Open,
  leaving: AbortController,
): AsyncGenerator<unknown, void, undefined> {
  const { settings, ...request } = prepare();
  const { signal } = settings;
  const abort = (): void => leaving.abort(signal?.reason);
  const unsubscribe = signal && onAbort(signal, abort);
  if (signal?.aborted) abort();
  let download: Download | undefined;
  try {
    download = await open({ ...request, settings: { ...settings, signal: leaving.signal } });
    const { call, deadline, first } = download;
    const cutter = createElementCutter(call.settings.maxResponseBytes);
    let count = 0;
    for (let chunk = first; chunk; chunk = await readOn(download)) {
      for (let start = 0; start < chunk.length; start += PIECE_LENGTH) {
        for (const element of cut(download, cutter, chunk.subarray(start, start + PIECE_LENGTH))) {
          const issue = inspect(call, "element", element);
          if (issue) {
            const problem = `element ${count} does not match the contract: ${issue}`;
            throw malformed(download, problem, JSON.stringify(element));
          }
          count += 1;
          yield element;
          if (deadline.interruption) throw errorOf(call, deadline.interruption);
        }
      }
    }
    cut(download, cutter);
  } catch (error) {
    if (error !== LEFT) throw error;
  } finally {
    download?.cancel();
    unsubscribe?.();
  }
}

/** Waits for more bytes; throws the error that the consumer gets. */
async function readOn({ call, deadline, read }: Download): Promise<Uint8Array | undefined> {
  try {
    return await read();
  } catch (cause) {
    throw errorOf(call, deadline.interruption ?? toFailure(cause));
  }
}

/** Cuts the next bytes, or ends the array without any; throws the error that the consumer gets. */
function cut(download: Download, cutter: ElementCutter, bytes?: Uint8Array): unknown[] {
  try {
    if (bytes) return cutter.feed(bytes);
    cutter.end();
    return [];
  } catch (error) {
    if (!(error instanceof CutError)) throw error;
    const preview = new TextDecoder().decode(download.first?.subarray(0, PIECE_LENGTH));
    // After the bracket come elements that may be right, of other people.
    throw malformed(download, error.message, /^\s*\[/.exec(preview)?.[0] ?? preview);
  }
}

function malformed({ call, response }: Download, problem: string, preview: string): unknown {
  return errorOf(call, { kind: "malformed", response, problem, preview });
}

function errorOf(call: Call, failure: Failure): unknown {
  const settled = fail(call, failure);
  return settled.ok || settled.error;
}
