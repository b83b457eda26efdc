import { usesMedia } from "@serviceform/types";
import { ContractViolation } from "../errors/contract-violation.js";
import { createSplitter } from "../media/create-splitter.js";
import { isMedia } from "../media/is-media.js";
import type { Call } from "../request/call.js";
import { failCall } from "../send/call-result.js";
import { toFailure } from "../send/connection-failure.js";
import { onAbort } from "../send/on-abort.js";
import type { Download } from "../send/open-download.js";
import type { Failure } from "../send/outcome.js";
import { contentTypeOf, headersOf } from "../send/response.js";
import type { Send } from "../send/send.js";
import { validateResponse } from "../send/validate-response.js";
import { withFallback } from "../with-fallback.js";
import { createJsonArraySplitter } from "./json-array-splitter.js";
import { Stopped, stoppable } from "./stoppable.js";

/**
 * Sends the call and yields the elements of the array during the download, reading on only when they are used up. A
 * consumer that stops cancels the download at once, even while it awaits the next element.
 */
export function readElements(getCall: () => Call, send: Send): AsyncIterableIterator<unknown> {
  return stoppable((controller) => generateElements(getCall, send, controller));
}

async function* generateElements(
  getCall: () => Call,
  send: Send,
  controller: AbortController,
): AsyncGenerator<unknown, void, undefined> {
  const prepared = getCall();
  const call = startCall(prepared, controller);
  const { signal } = prepared.settings;
  const unsubscribe = signal && onAbort(signal, () => controller.abort(signal.reason));

  let download: Download | undefined;
  try {
    const result = await send(call);
    if (!result.ok) throw result.error;
    // For a streaming call, the data is the result of `openDownload`.
    download = result.data as Download;
    const { deadline } = download;
    const fail = (failure: Failure): unknown => failCall(call, failure, result.progress).error;
    let count = 0;
    for await (const elements of readBatches(call, download, fail)) {
      for (const element of elements) {
        const issue = validateResponse(call, "element", element);
        if (issue) throw fail(invalidElement(download, count, element, issue));
        count += 1;
        yield element;
        if (deadline.interruption) throw fail(deadline.interruption);
      }
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    download?.cancel();
    unsubscribe?.();
  }
}

/** Each loop over a stream sends its own request, which the end of the loop aborts. */
export function startCall(call: Call, { signal }: AbortController): Call {
  return { ...call, settings: { ...call.settings, signal }, startedAt: performance.now() };
}

/**
 * The number of bytes that are split and parsed at once; only they and their elements are kept in memory. With 64 kB,
 * the elements that outlive a garbage collection make V8 enlarge its heap during a long stream.
 */
const SLICE_LENGTH = 2 ** 13;

/** Yields the elements that each part of the body completes. Throws the error for the consumer. */
async function* readBatches(
  call: Call,
  download: Download,
  fail: (failure: Failure) => unknown,
): AsyncGenerator<unknown[], void, undefined> {
  const { deadline, first, read } = download;
  try {
    const splitter =
      usesMedia && isMedia(call.operation.responseBody)
        ? createSplitter(call.operation, contentTypeOf(download.response), call.settings.maxResponseBytes)
        : createJsonArraySplitter(call.settings.maxResponseBytes);
    for (let chunk = first; chunk; chunk = await read()) {
      for (let start = 0; start < chunk.length; start += SLICE_LENGTH) {
        yield splitter.push(chunk.subarray(start, start + SLICE_LENGTH));
      }
    }
    yield splitter.end();
  } catch (error) {
    if (error instanceof ContractViolation) throw fail(invalidBody(download, error.message));
    throw fail(deadline.interruption ?? toFailure(error, headersOf(download.response)));
  }
}

function invalidElement({ response }: Download, index: number, element: unknown, issue: string): Failure {
  const problem = `element ${index} does not match the contract: ${issue}`;
  // An element can be nested so deeply that it cannot be written.
  return { kind: "invalid-body", response, problem, preview: withFallback(() => JSON.stringify(element), "") };
}

function invalidBody({ response, first }: Download, problem: string): Failure {
  const beginning = new TextDecoder().decode(first?.subarray(0, SLICE_LENGTH));
  // After the bracket there may be valid elements with the data of other people.
  const preview = /^\s*\[/.exec(beginning)?.[0] ?? beginning;
  return { kind: "invalid-body", response, problem, preview };
}
