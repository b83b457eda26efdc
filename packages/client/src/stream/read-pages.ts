import { ContractViolation } from "../errors/contract-violation.js";
import type { Call } from "../request/call.js";
import { failCall } from "../send/call-result.js";
import { onAbort } from "../send/on-abort.js";
import type { Send } from "../send/send.js";
import { createLoopGuard } from "./loop-guard.js";
import { startCall } from "./read-elements.js";
import { type Page, type PagedOperation, readPage } from "./read-page.js";
import { ASYNC_ITERATOR, Stopped, stoppable } from "./stoppable.js";

/** How to read a list whose pages are separate calls, each with its own retries and timeouts. */
export interface Walk {
  readonly operation: PagedOperation;
  readonly send: Send;
  /** Builds the call of the page for an input. */
  readonly buildPageCall: (input: object) => Call;
}

/** The first call of a walk. */
export interface Start {
  readonly call: Call;
  readonly input: object;
}

/** One response of a list as callers get it. */
type StreamPage = Pick<Page, "items" | "next">;

/** The elements of all pages; `pages` yields them page by page. A loop throws the error of `getStart`. */
export function readPages(
  walk: Walk,
  getStart: () => Start,
): AsyncIterable<unknown> & { pages(): AsyncIterable<StreamPage> } {
  return {
    [ASYNC_ITERATOR]: () => stoppable((controller) => flatten(walkPages(walk, getStart, controller), controller)),
    pages: () => ({ [ASYNC_ITERATOR]: () => stoppable((controller) => walkPages(walk, getStart, controller)) }),
  };
}

async function* flatten(
  pages: AsyncGenerator<StreamPage, void, undefined>,
  { signal }: AbortController,
): AsyncGenerator<unknown, void, undefined> {
  for await (const { items } of pages) {
    for (const item of items) {
      yield item;
      signal.throwIfAborted();
    }
  }
}

/** Keeps one page at a time, and requests the next when its elements are used up. */
async function* walkPages(
  walk: Walk,
  getStart: () => Start,
  controller: AbortController,
): AsyncGenerator<StreamPage, void, undefined> {
  let { call, input } = getStart();
  const { signal } = call.settings;
  const unsubscribe = signal && onAbort(signal, () => controller.abort(signal.reason));

  const assertProgress = createLoopGuard(walk.operation.pagination, call, input);
  try {
    for (;;) {
      const { items, next, url } = await requestPage(walk, startCall(call, controller), input, assertProgress);
      yield { items, next };
      if (!next) return;
      call = url === undefined ? walk.buildPageCall(next) : { ...call, requestUrl: url };
      input = next;
    }
  } catch (error) {
    if (!(error instanceof Stopped)) throw error;
  } finally {
    unsubscribe?.();
  }
}

/** Sends the call of a page, and finds the next page. Throws the error for the consumer. */
async function requestPage(
  { operation, send }: Walk,
  call: Call,
  input: object,
  assertProgress: (page: Page) => void,
): Promise<Page> {
  const result = await send(call);
  if (!result.ok) throw result.error;
  try {
    const page = readPage(operation, call, input, result);
    assertProgress(page);
    return page;
  } catch (error) {
    if (!(error instanceof ContractViolation)) throw error;
    const { response, text, progress } = result;
    throw failCall(call, { kind: "invalid-body", response, problem: error.message, preview: text }, progress).error;
  }
}
