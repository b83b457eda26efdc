import {
  type Methods,
  type Operation,
  type OperationId,
  type OperationMap,
  operationTable,
  type SafeMethods,
  type StreamMethods,
} from "@serviceform/types";
import { Call } from "./call.js";
import { ElementIterator } from "./element-iterator.js";
import { createDispatch } from "./engine.js";
import { type AnyServiceformError, ConfigurationError, type OperationError } from "./errors.js";
import { sortInput } from "./input.js";
import { LightAnswer, LightRequest } from "./light-request.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { createSend } from "./send.js";
import { readCallOptions, readClientOptions, type Settings } from "./settings.js";
import { fail, type Settled } from "./settle.js";
import type { Download } from "./stream.js";

/** What a call of `safe` resolves to. The response is the real one; its body has been read. */
export type SafeResult<Data, Failure> =
  | { readonly ok: true; readonly data: Data; readonly response: Response }
  | { readonly ok: false; readonly error: Failure; readonly response?: Response };

/** The result types of `safe` by operation. */
export type SafeResults = {
  readonly [Id in OperationId]: SafeResult<OperationMap[Id]["output"], OperationError<Id>>;
};

/** One method per operation of the API. */
export interface ServiceformClient extends Methods<CallOptions> {
  /** The same methods, which answer with a result where the network or the API failed. A refusal before sending and the caller's own abort still reject. */
  readonly safe: SafeMethods<CallOptions, SafeResults>;
  /** The operations that answer an array, as its elements one at a time, in bounded memory. Leaving the loop ends the download. */
  readonly stream: StreamMethods<CallOptions>;
}

/**
 * Creates a client of the Serviceform Public API.
 *
 * Throws `ConfigurationError` for a missing or malformed key and for any option that is unknown, mistyped or out of range.
 *
 * @example
 * const serviceform = createClient({ apiKey });
 * const items = await serviceform.listItems({ spaceId });
 */
export function createClient(options: ClientOptions = {}): ServiceformClient {
  const settings = readClientOptions(options);
  const begin = createBegin(settings);
  const client: Record<string, unknown> = {};
  const safe: Record<string, unknown> = {};
  const stream: Record<string, unknown> = {};
  for (const [id, shape] of Object.entries(operationTable) as [OperationId, Operation][]) {
    client[id] = async (input?: unknown, callOptions?: CallOptions) =>
      unwrap(await begin(id, shape, false, input, callOptions));
    safe[id] = async (input?: unknown, callOptions?: CallOptions) =>
      toResult(await begin(id, shape, false, input, callOptions));
    if (shape.answers !== "array") continue;
    stream[id] = (input?: unknown, callOptions?: CallOptions) => ({
      [Symbol.asyncIterator]: () =>
        new ElementIterator(
          async () => unwrap(await begin(id, shape, true, input, callOptions)) as Download,
          (call, failure) => reasonOf(fail(call, settings, failure)),
        ),
    });
  }
  // The keys are those of the table, which is generated together with the interfaces.
  return Object.assign(client, { safe, stream }) as unknown as ServiceformClient;
}

type Begin = (
  id: OperationId,
  shape: Operation,
  streams: boolean,
  input: unknown,
  options: CallOptions | undefined,
) => Promise<Settled>;

/** Makes the function that takes a method's arguments through the engine. What it throws was refused before sending. */
function createBegin(settings: Settings): Begin {
  const send = createSend(settings);
  const fetch = async ({ call }: LightRequest): Promise<LightAnswer> => new LightAnswer(await send(call));
  const dispatch = createDispatch<Settled, LightRequest>(settings.baseUrl, fetch, LightRequest);
  return async (id, shape, streams, input, options) => {
    const call = new Call(id, shape, settings.baseUrl + shape.path, settings, streams);
    try {
      if (options !== undefined) call.adopt(readCallOptions(options, settings));
      const { path, query, body } = sortInput(shape, input);
      return await dispatch(shape.method, shape.path, { params: { path, query }, body, call });
    } catch (error) {
      throw error instanceof ConfigurationError ? error.at(call) : error;
    }
  };
}

function unwrap(settled: Settled): unknown {
  if (settled.kind === "data") return settled.data;
  throw reasonOf(settled);
}

function reasonOf(settled: Settled): unknown {
  return settled.kind === "error" ? settled.error : settled.kind === "aborted" ? settled.reason : undefined;
}

function toResult(settled: Settled): SafeResult<unknown, AnyServiceformError> {
  if (settled.kind === "data") return { ok: true, data: settled.data, response: settled.response };
  if (settled.kind === "aborted" || settled.error.name === "ConfigurationError") throw reasonOf(settled);
  const { error, response } = settled;
  return response ? { ok: false, error, response } : { ok: false, error };
}
