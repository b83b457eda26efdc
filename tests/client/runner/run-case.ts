import { type CallOptions, type ClientOptions, createClient, type ServiceformClient } from "@serviceform/client";
import { createFetchClient, type FetchClient } from "@serviceform/client/openapi-fetch";
import { type Operation, operationTable } from "@serviceform/types";
import type { Case } from "../cases/case.ts";
import type { Network } from "./network.ts";

/** The default key of cases: it must not appear anywhere. */
export const KEY = "k3y-S3CRET-do-not-print";

/** The observable result of one run of a case. */
export interface Run {
  readonly outcome: Outcome;
  /** The events of hooks and logger. */
  readonly events: readonly ObservedEvent[];
  readonly client: ServiceformClient | FetchClient | undefined;
  /** How many listeners the call has left on the caller's signal. */
  readonly listeners: number;
}

export interface ObservedEvent {
  readonly by: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

export type Outcome =
  | { readonly kind: "data"; readonly data: unknown }
  | { readonly kind: "response"; readonly error: unknown; readonly status: number }
  | { readonly kind: "thrown"; readonly thrown: unknown; readonly elements: unknown[]; readonly resultOfSafe: boolean };

/** The events and elements of a run so far. */
export interface Progress {
  readonly events: ObservedEvent[];
  readonly elements: unknown[];
}

/** Runs a case against a network with its scripted responses. */
export async function runCase(
  testCase: Case,
  network: Network,
  { events, elements }: Progress = { events: [], elements: [] },
): Promise<Run> {
  const controller = testCase.abort && observe(new AbortController());
  if (testCase.abort?.at === "before") controller?.abort(testCase.abort.reason);
  const signal = controller && { signal: controller.signal };
  let client: Run["client"];
  let outcome: Outcome;
  try {
    const clientOptions = clientOptionsOf(testCase, network, events);
    const options = evaluate(testCase.options) as CallOptions | undefined;
    let pending: Promise<Outcome>;
    if (testCase.by === "paths") {
      client = createFetchClient({ ...clientOptions, ...options });
      pending = invokeByPath(client, testCase, { ...signal });
    } else {
      client = createClient(clientOptions);
      pending = invoke(client, testCase, elements, options || signal ? { ...signal, ...options } : undefined);
    }
    if (typeof testCase.abort?.at === "number")
      setTimeout(() => controller?.abort(testCase.abort?.reason), testCase.abort.at);
    outcome = await pending;
  } catch (thrown) {
    outcome = { kind: "thrown", thrown, elements, resultOfSafe: false };
  }
  // The platform's Request listens until it is collected.
  return { outcome, events, client, listeners: testCase.by === "paths" ? 0 : (controller?.listeners() ?? 0) };
}

/** The options of a case, with hooks and a logger that record their events. */
function clientOptionsOf(testCase: Case, network: Network, events: ObservedEvent[]): ClientOptions {
  const record =
    (by: string) =>
    (...given: unknown[]): void => {
      const fields = given.at(-1) as ObservedEvent["fields"];
      events.push({ by: given.length > 1 ? `${by}: ${given[0]}` : by, fields });
    };
  return {
    apiKey: KEY,
    // The cases run in browsers too.
    dangerouslyAllowBrowser: true,
    baseUrl: network.origin + (testCase.prefix ?? ""),
    fetch: network.fetch,
    hooks: {
      onRequest: record("onRequest"),
      onResponse: record("onResponse"),
      onRetry: record("onRetry"),
      onError: record("onError"),
    },
    logger: { debug: record("debug"), info: record("info"), warn: record("warn"), error: record("error") },
    ...evaluate(testCase.client),
  } as ClientOptions;
}

type AnyMethod = (input?: unknown, options?: CallOptions) => Promise<unknown>;
type AnyStream = (input?: unknown, options?: CallOptions) => AsyncIterable<unknown>;

async function invoke(
  client: ServiceformClient,
  testCase: Case,
  elements: unknown[],
  options?: CallOptions,
): Promise<Outcome> {
  const { operation = "listLeads", by = "method", input } = testCase;
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

/** How openapi-fetch reads a success that is not JSON. */
const PARSE_AS: { readonly [Kind in Operation["responseBody"]]?: string } = {
  text: "text",
  binary: "arrayBuffer",
  events: "text",
};

/** The same call in the style of paths. */
async function invokeByPath(client: FetchClient, testCase: Case, options: { signal?: AbortSignal }): Promise<Outcome> {
  const operation: Operation = operationTable[testCase.operation ?? "listLeads"];
  const { method, path, pathKeys, queryKeys, headerKeys = [], bodyKeys, wholeBody, responseBody } = operation;
  const pick = (keys: readonly string[]) =>
    Object.fromEntries(Object.entries(testCase.input ?? {}).filter(([key]) => keys.includes(key)));
  const { data, error, response } = await (client[method as "GET"] as AnyCall)(path, {
    ...options,
    parseAs: PARSE_AS[responseBody] ?? "json",
    params: { path: pick(pathKeys), query: pick(queryKeys), header: pick(headerKeys) },
    ...(bodyKeys.length > 0 && { body: wholeBody ? pick(bodyKeys).body : pick(bodyKeys) }),
  });
  if (response.ok && error === undefined)
    return { kind: "data", data: data instanceof ArrayBuffer ? new Uint8Array(data) : data };
  return { kind: "response", error, status: response.status };
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
