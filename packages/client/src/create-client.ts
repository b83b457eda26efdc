import {
  type Methods,
  type OperationId,
  type OperationMap,
  operationTable,
  type SafeMethods,
  type StreamMethods,
  usesAnyJson,
  usesMedia,
  usesPages,
} from "@serviceform/types";
import type { OperationError } from "./errors/api-error-types.js";
import { withPublicErrors } from "./errors/invalid-input.js";
import { isMedia } from "./media/is-media.js";
import type { CallOptions } from "./options/call-options.js";
import type { ClientOptions } from "./options/client-options.js";
import { parseClientOptions } from "./options/settings.js";
import { type BuildCall, createCallBuilder, type MethodArguments } from "./request/build-call.js";
import type { Call } from "./request/call.js";
import { buildCustomCall, type CustomRequest } from "./request/custom-request.js";
import type { CallResult } from "./send/call-result.js";
import { createSend, type Send } from "./send/send.js";
import { readElements } from "./stream/read-elements.js";
import { isPaged, type PagedOperation } from "./stream/read-page.js";
import { readPages } from "./stream/read-pages.js";
import { ASYNC_ITERATOR } from "./stream/stoppable.js";

/** The result of a `safe` call. The body of `response` is read, and it is not enumerable, so a result can be cloned. */
export type SafeResult<Data, Failure> =
  | { readonly ok: true; readonly data: Data; readonly attempts: number; readonly response: Response }
  | { readonly ok: false; readonly error: Failure; readonly attempts: number; readonly response?: Response };

/** The result types of `safe` by operation. */
export type SafeResults = {
  readonly [Id in OperationId]: SafeResult<OperationMap[Id]["output"], OperationError<Id>>;
};

/** One method per operation of the API. */
export interface ServiceformClient extends Methods<CallOptions> {
  /** The same methods, which resolve to a result when the network or the API fails. Invalid input and the caller's own abort still reject. */
  readonly safe: SafeMethods<CallOptions, SafeResults>;
  /** The operations that return an array, as its elements one at a time, in bounded memory. Leaving the loop cancels the download. */
  readonly stream: StreamMethods<CallOptions>;
  /**
   * Sends a request that the contract does not have, with the same checks, retries, limits and errors as any call. Resolves to
   * parsed JSON, to text if the response is not JSON, or to undefined if it is empty.
   *
   * GET, HEAD, OPTIONS, PUT and DELETE count as idempotent.
   */
  request(request: CustomRequest, options?: Omit<CallOptions, "validate" | "extra">): Promise<unknown>;
}

/**
 * Creates a client of the Serviceform Public API.
 *
 * Throws `ConfigurationError` for a missing or invalid API key and for any option that is unknown or invalid.
 *
 * @example
 * const serviceform = createClient({ apiKey });
 * const items = await serviceform.listItems({ spaceId });
 */
export function createClient(options: ClientOptions = {}): ServiceformClient {
  const settings = withPublicErrors(() => parseClientOptions(options));
  const send = createSend(settings);
  const client: Record<string, unknown> = {};
  const safe: Record<string, unknown> = {};
  const stream: Record<string, unknown> = {};
  for (const id of Object.keys(operationTable) as OperationId[]) {
    const operation = operationTable[id];
    const buildCall = createCallBuilder(id, operation, settings);
    client[id] = async (...args: MethodArguments) => unwrap(await send(buildCall(args, METHOD)));
    safe[id] = async (...args: MethodArguments) => toSafeResult(await send(buildCall(args, METHOD)));
    if (usesPages && isPaged(operation)) stream[id] = createPagedStream(operation, buildCall, send);
    else if (
      (operation.responseBody === "array" || (usesMedia && isMedia(operation.responseBody))) &&
      !(usesAnyJson && operation.mayBeEmpty)
    )
      stream[id] = createStream(buildCall, send);
  }
  const request = async (...args: Parameters<ServiceformClient["request"]>): Promise<unknown> =>
    unwrap(await send(buildCustomCall(settings, ...args)));
  return Object.assign(client, { safe, stream, request }) as unknown as ServiceformClient; // The type is generated with the table.
}

const METHOD = { streaming: false };

/** Creates a method of `stream`. It builds the call when it is called; each loop over the result sends a request. */
function createStream(buildCall: BuildCall, send: Send) {
  return (...args: MethodArguments): AsyncIterable<unknown> => {
    const getCall = capture(() => buildCall(args, { streaming: true }));
    return { [ASYNC_ITERATOR]: () => readElements(getCall, send) };
  };
}

/** The same for a list that continues in further responses, each of which is a call of the method. */
function createPagedStream(operation: PagedOperation, buildCall: BuildCall, send: Send) {
  return (...[input = {}, ...options]: MethodArguments) => {
    const buildPageCall = (pageInput: unknown): Call => buildCall([pageInput, ...options], METHOD);
    // A copy, so that the pages do not change with an object that the caller reuses.
    const getStart = capture(() => ({ call: buildPageCall(input), input: structuredClone(input) as object }));
    return readPages({ operation, send, buildPageCall }, getStart);
  };
}

/** Runs `work` now, and returns its result or throws its error later. */
function capture<Value>(work: () => Value): () => Value {
  try {
    const value = work();
    return () => value;
  } catch (error) {
    return () => {
      throw error;
    };
  }
}

function unwrap(result: CallResult): unknown {
  if (result.ok) return result.data;
  throw result.error;
}

function toSafeResult(result: CallResult): object {
  if (!result.ok && result.alwaysThrow) throw result.error;
  const { attempts } = result.progress;
  const { ok, response } = result;
  const safeResult = ok ? { ok, data: result.data, attempts } : { ok, error: result.error, attempts };
  // A result can be cloned, or passed to a component in the browser, but a Response cannot.
  return response ? Object.defineProperty(safeResult, "response", { value: response }) : safeResult;
}
