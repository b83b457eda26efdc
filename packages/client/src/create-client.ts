import {
  type Methods,
  type Operation,
  type OperationId,
  type OperationMap,
  operationTable,
  type SafeMethods,
  type StreamMethods,
} from "@serviceform/types";
import { Call, type Prepared } from "./call.js";
import type { OperationError } from "./errors.js";
import { withPublicErrors } from "./invalid-input.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { type CustomRequest, serializeRequest } from "./read-custom-request.js";
import type { Settled } from "./report.js";
import { createSend, type Send } from "./send.js";
import { addExtra, createPathSerializer, splitInput, writeQuery } from "./serialize.js";
import { parseCallOptions, parseClientOptions, type Settings } from "./settings.js";
import type { Shape } from "./shape.js";
import { type Download, readElements } from "./stream.js";
import { writeMembers } from "./write-json.js";

/** What a call of `safe` resolves to. `response` is the real one, its body read; it is not enumerable, so that a result can be cloned. */
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
  /** The operations that answer an array, as its elements one at a time, in bounded memory. Leaving the loop ends the download. */
  readonly stream: StreamMethods<CallOptions>;
  /**
   * Sends a request that the contract does not have, with the guards, retries, limits and errors of every call. Resolves to
   * parsed JSON, to text where the body is none, or to undefined where it is empty.
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
  for (const [id, shape] of Object.entries(operationTable) as [OperationId, Operation][]) {
    const prepare = createPrepare(id, shape, settings);
    client[id] = async (...given: Given) => unwrap(await send(new Call(id, shape, prepare(given))));
    safe[id] = async (...given: Given) => {
      const call = new Call(id, shape, prepare(given));
      return toResult(await send(call), call.attempts);
    };
    if (shape.responseBody === "array") stream[id] = createStream(id, shape, prepare, send);
  }
  const request = async (...given: Parameters<ServiceformClient["request"]>): Promise<unknown> =>
    unwrap(await send(createCustomCall(settings, ...given)));
  // The table is generated with the interfaces.
  return Object.assign(client, { safe, stream, request }) as unknown as ServiceformClient; // has a key for each row
}

type Given = [input?: unknown, options?: CallOptions];
type Prepare = (given: Given) => Prepared;

/** Makes the function that turns a method's arguments into what is sent. It throws `ConfigurationError`. */
function createPrepare(id: OperationId, shape: Operation, settings: Settings): Prepare {
  const serializePath = createPathSerializer(shape.path, shape.shadow);
  return ([input, options]) =>
    withCallInfo(id, shape, { settings, target: settings.baseUrl + shape.path }, () => {
      const own = options === undefined ? settings : parseCallOptions(options, settings);
      const parts = splitInput(shape, input);
      const { path, query, body } = own.extra ? addExtra(parts, own.extra, shape) : parts;
      const target = settings.baseUrl + serializePath(path) + writeQuery(query);
      return { settings: own, target, body: body && writeMembers("", body) };
    });
}

/** A request that the contract does not have, as a call. */
function createCustomCall(settings: Settings, request: CustomRequest, options: CallOptions = {}): Call {
  const { method } = Object(request) as CustomRequest;
  const writes = !["GET", "HEAD", "OPTIONS"].includes(method);
  const shape = {
    method,
    writes,
    idempotent: !writes || method === "PUT" || method === "DELETE",
    responseBody: "anything",
  } as const;
  return withCallInfo("request", shape, { settings, target: settings.baseUrl }, () => {
    const { target, body, headers } = serializeRequest(request);
    const own = parseCallOptions(options, settings);
    const all = { ...own, headers: { ...own.headers, ...headers } };
    return new Call("request", shape, { settings: all, target: settings.baseUrl + target, body });
  });
}

/** Runs what validates the input of a call; the error names the call. */
function withCallInfo<Value>(id: Call["operation"], shape: Shape, known: Prepared, work: () => Value): Value {
  return withPublicErrors(work, () => new Call(id, shape, known));
}

/** Makes the method of `stream`. What is sent is settled when it is called; each loop over it sends a request. */
function createStream(id: OperationId, shape: Operation, prepare: Prepare, send: Send) {
  return (...given: Given): AsyncIterable<unknown> => {
    const prepared = capture(() => prepare(given));
    const open = async (what: Prepared): Promise<Download> =>
      unwrap(await send(new Call(id, shape, what, true))) as Download;
    return { [Symbol.asyncIterator]: () => readElements(prepared, open) };
  };
}

/** Does something now, and gives its result, or throws its error, later. */
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

function unwrap(settled: Settled): unknown {
  if (settled.ok) return settled.data;
  throw settled.error;
}

function toResult(settled: Settled, attempts: number): object {
  if (!settled.ok && settled.rejects) throw settled.error;
  const { ok, response } = settled;
  const result = ok ? { ok, data: settled.data, attempts } : { ok, error: settled.error, attempts };
  // A result can be cloned, or handed to a component in the browser; a Response cannot.
  return response ? Object.defineProperty(result, "response", { value: response }) : result;
}
