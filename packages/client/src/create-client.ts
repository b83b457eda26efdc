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
import { ConfigurationError, type OperationError } from "./errors.js";
import type { CallOptions, ClientOptions } from "./options.js";
import { withCall } from "./refuse.js";
import type { Settled } from "./report.js";
import { createSend, type Send } from "./send.js";
import { createPathSerializer, serializeBody, serializeQuery, sortInput } from "./serialize.js";
import { readCallOptions, readClientOptions, type Settings } from "./settings.js";
import { type Download, readElements } from "./stream.js";

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
  /** The same methods, which resolve to a result when the network or the API fails. A refusal before sending and the caller's own abort still reject. */
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
  const send = createSend(settings);
  const client: Record<string, unknown> = {};
  const safe: Record<string, unknown> = {};
  const stream: Record<string, unknown> = {};
  for (const [id, shape] of Object.entries(operationTable) as [OperationId, Operation][]) {
    const begin = createBegin(id, shape, settings, send);
    client[id] = async (...given: Given) => unwrap(await begin(false, given));
    safe[id] = async (...given: Given) => toResult(await begin(false, given));
    if (shape.answers !== "array") continue;
    stream[id] = (...given: Given) => ({
      [Symbol.asyncIterator]: () => readElements(async () => unwrap(await begin(true, given)) as Download),
    });
  }
  // The keys are those of the table, which is generated together with the interfaces.
  return Object.assign(client, { safe, stream }) as unknown as ServiceformClient;
}

type Given = [input?: unknown, options?: CallOptions];
type Begin = (streams: boolean, given: Given) => Promise<Settled>;

/** Makes the function that turns a method's arguments into a call and sends it. It throws only what is refused before. */
function createBegin(id: OperationId, shape: Operation, settings: Settings, send: Send): Begin {
  const serializePath = createPathSerializer(shape.path);
  return (streams, [input, options]) => {
    const call = new Call(id, shape, settings, streams);
    try {
      if (options !== undefined) call.settings = readCallOptions(options, settings);
      const { path, query, body } = sortInput(shape, input);
      call.target = settings.baseUrl + serializePath(path) + serializeQuery(query);
      if (body) call.body = serializeBody(body);
    } catch (error) {
      throw error instanceof ConfigurationError ? withCall(error, call) : error;
    }
    return send(call);
  };
}

function unwrap(settled: Settled): unknown {
  if (settled.ok) return settled.data;
  throw settled.error;
}

function toResult(settled: Settled): Settled {
  if (!settled.ok && settled.rejects) throw settled.error;
  return settled;
}
