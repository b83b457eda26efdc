import { createFaultList, type FaultList, type Faults } from "./faults/fault-list.js";
import type { Handlers } from "./handlers/handler.js";
import { handlers as allHandlers } from "./handlers/handlers.js";
import { readOptions, type SandboxOptions } from "./options.js";
import { handleRequest, type SandboxState } from "./pipeline/handle-request.js";
import type { RecordedRequest } from "./pipeline/log-entry.js";
import { createRequestLog, type RequestLog } from "./pipeline/request-log.js";
import type { Api } from "./pipeline/run-operation.js";
import { createItemIds } from "./seed-data/create-item-ids.js";
import { createStore, type Store } from "./seed-data/create-store.js";
import { createRandom } from "./seed-data/random.js";

/** The API in memory. */
export interface Sandbox {
  /**
   * Answers a request as the API would, whatever its origin. Works detached from the sandbox.
   *
   * Rejects as `fetch` does where a fault or an aborted signal wants it, and with a `ContractError` when the store holds
   * what the contract does not allow.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** What the API holds, to read and to change. */
  readonly store: Store;
  /** What goes wrong. */
  readonly faults: Faults;
  /** The last 1 000 requests, fewer where they take more than 16 MiB, oldest first, without keys. */
  readonly requests: readonly RecordedRequest[];
  /** Goes back to the beginning: the seeded world, the faults of the options, no requests. */
  reset(): void;
}

/**
 * Creates the Serviceform Public API in memory, with a made-up world that depends on the seed alone.
 *
 * @throws {TypeError} naming the option that is wrong
 * @example
 * const sandbox = createSandbox();
 * const response = await sandbox.fetch("https://link.serviceform.com/flex/spaces", { headers: { "sf-api-key": "sf_sandbox_key" } });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return createInternals(options).sandbox;
}

/** A sandbox with what it keeps to itself. */
export interface SandboxInternals {
  readonly sandbox: Sandbox;
  readonly apiKey: string;
  readonly faults: FaultList;
  readonly log: RequestLog;
  /** Carries operations out without faults and unrecorded. */
  readonly api: Api;
}

/** Creates a sandbox for a server, whose pages look deeper into it than a test does. */
export function createInternals(options: SandboxOptions, handlers: Handlers = allHandlers): SandboxInternals {
  const settings = readOptions(options);
  const { apiKey, seed, now } = settings;
  const store: Store = { spaces: [], items: [], leads: [], chats: [] };
  const faults = createFaultList();
  const log = createRequestLog();
  const { requests } = log;

  function begin(): Pick<SandboxState, "world" | "chance"> {
    Object.assign(store, createStore(settings));
    for (const fault of settings.faults) faults.add(fault);
    const createId = settings.createId ?? createItemIds(store);
    const world = { store, now, createId, random: createRandom(seed, "writes") };
    return { world, chance: createRandom(seed, "faults") };
  }

  function reset(): void {
    faults.clear();
    log.clear();
    Object.assign(state, begin());
  }

  const state: SandboxState = { apiKey, seed, handlers, faults, log, ...begin() };
  const sandbox: Sandbox = { fetch: (input, init) => receive(state, input, init), store, faults, requests, reset };
  return { sandbox, apiKey, faults, log, api: state };
}

async function receive(state: SandboxState, input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const given = isRequest(input) ? input : undefined;
  const signal = init?.signal ?? given?.signal;
  signal?.throwIfAborted();
  // The signal stays out of the new request: one that many calls share would gather a listener for each of them.
  const request = given && !init ? given : new Request(input, { ...init, signal: null });
  return handleRequest(state, request, signal);
}

/** By its form, since a request may come from another realm, where `instanceof` fails. */
function isRequest(input: string | URL | Request): input is Request {
  return typeof input === "object" && "headers" in input && "url" in input;
}
