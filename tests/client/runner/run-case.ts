import { type CallOptions, type ClientOptions, createClient, type ServiceformClient } from "@serviceform/client";
import { createFetchClient, type FetchClient } from "@serviceform/client/openapi-fetch";
import { operationTable } from "@serviceform/types";
import type { Case } from "../cases/case.ts";
import type { Network } from "./network.ts";

/** The key of every case that brings none of its own: it must not appear anywhere. */
export const KEY = "k3y-S3CRET-do-not-print";

/** What one run of a case left to look at. */
export interface Run {
  readonly outcome: Outcome;
  /** What hooks and logger were given. */
  readonly told: readonly Told[];
  readonly client: ServiceformClient | FetchClient | undefined;
  /** Listeners that the call has left on the caller's signal. */
  readonly listeners: number;
}

export interface Told {
  readonly by: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type Outcome =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "answer"; readonly error: unknown; readonly status: number }
  | { readonly kind: "thrown"; readonly thrown: unknown; readonly elements: unknown[]; readonly resultOfSafe: boolean };

/** What has happened so far, for who watches a run. */
export interface Progress {
  readonly told: Told[];
  readonly elements: unknown[];
}

/** Runs a case against a network that plays its script. */
export async function runCase(
  one: Case,
  network: Network,
  { told, elements }: Progress = { told: [], elements: [] },
): Promise<Run> {
  const controller = one.abort && observe(new AbortController());
  if (one.abort?.at === "before") controller?.abort(one.abort.reason);
  const signal = controller && { signal: controller.signal };
  let client: Run["client"];
  let outcome: Outcome;
  try {
    const clientOptions = clientOptionsOf(one, network, told);
    const options = evaluate(one.options) as CallOptions | undefined;
    let pending: Promise<Outcome>;
    if (one.by === "paths") {
      client = createFetchClient({ ...clientOptions, ...options });
      pending = invokeByPath(client, one, { ...signal });
    } else {
      client = createClient(clientOptions);
      pending = invoke(client, one, elements, options || signal ? { ...signal, ...options } : undefined);
    }
    if (typeof one.abort?.at === "number") setTimeout(() => controller?.abort(one.abort?.reason), one.abort.at);
    outcome = await pending;
  } catch (thrown) {
    outcome = { kind: "thrown", thrown, elements, resultOfSafe: false };
  }
  // The platform's Request listens until it is collected.
  return { outcome, told, client, listeners: one.by === "paths" ? 0 : (controller?.listeners() ?? 0) };
}

/** The options of a case, with hooks and a logger that write down what they are told. */
function clientOptionsOf(one: Case, network: Network, told: Told[]): ClientOptions {
  const tell =
    (by: string) =>
    (...given: unknown[]): void => {
      const fields = given.at(-1) as Told["fields"];
      told.push({ by: given.length > 1 ? `${by}: ${given[0]}` : by, fields });
    };
  return {
    apiKey: KEY,
    baseUrl: network.origin + (one.prefix ?? ""),
    fetch: network.fetch,
    hooks: {
      onRequest: tell("onRequest"),
      onResponse: tell("onResponse"),
      onRetry: tell("onRetry"),
      onError: tell("onError"),
    },
    logger: { debug: tell("debug"), info: tell("info"), warn: tell("warn"), error: tell("error") },
    ...evaluate(one.client),
  } as ClientOptions;
}

type AnyMethod = (input?: unknown, options?: CallOptions) => Promise<unknown>;
type AnyStream = (input?: unknown, options?: CallOptions) => AsyncIterable<unknown>;

async function invoke(
  client: ServiceformClient,
  one: Case,
  elements: unknown[],
  options?: CallOptions,
): Promise<Outcome> {
  const { operation = "listLeads", by = "method", input } = one;
  if (by === "stream") {
    const stream = client.stream[operation as "listLeads"] as AnyStream;
    for await (const element of stream(input, options)) elements.push(element);
    return { kind: "data", data: elements };
  }
  if (by === "method") return { kind: "data", data: await (client[operation] as AnyMethod)(input, options) };
  const result = (await (client.safe[operation] as AnyMethod)(input, options)) as
    | { ok: true; data: unknown; response: Response }
    | { ok: false; error: unknown; response?: Response };
  if (result.ok) return { kind: "data", data: result.data };
  return { kind: "thrown", thrown: result.error, elements, resultOfSafe: true };
}

type AnyCall = (
  path: string,
  init: object,
) => Promise<{ readonly data?: unknown; readonly error?: unknown; readonly response: Response }>;

/** The same call in the style of paths. */
async function invokeByPath(client: FetchClient, one: Case, options: { signal?: AbortSignal }): Promise<Outcome> {
  const { method, path, pathKeys, queryKeys, bodyKeys } = operationTable[one.operation ?? "listLeads"];
  const pick = (keys: readonly string[]) =>
    Object.fromEntries(Object.entries(one.input ?? {}).filter(([key]) => keys.includes(key)));
  const { data, error, response } = await (client[method as "GET"] as AnyCall)(path, {
    ...options,
    params: { path: pick(pathKeys), query: pick(queryKeys) },
    ...(bodyKeys.length > 0 && { body: pick(bodyKeys) }),
  });
  if (response.ok && error === undefined) return { kind: "data", data };
  return { kind: "answer", error, status: response.status };
}

function evaluate<Value>(given: Value | (() => Value) | undefined): Value | undefined {
  return typeof given === "function" ? (given as () => Value)() : given;
}

/** A controller whose signal counts its listeners. */
function observe(controller: AbortController): AbortController & { listeners(): number } {
  const { signal } = controller;
  const listening = new Set<unknown>();
  const { addEventListener, removeEventListener } = signal;
  signal.addEventListener = (type: string, listener: EventListener, options?: AddEventListenerOptions) => {
    listening.add(listener);
    addEventListener.call(signal, type, listener, options);
  };
  signal.removeEventListener = (type: string, listener: EventListener) => {
    listening.delete(listener);
    removeEventListener.call(signal, type, listener);
  };
  return Object.assign(controller, { listeners: () => (signal.aborted ? 0 : listening.size) });
}
