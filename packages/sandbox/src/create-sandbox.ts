import { createFaultList, type FaultList, type Faults } from "./faults/fault-list.js";
import type { Handlers } from "./handlers/handler.js";
import { handlers as allHandlers } from "./handlers/handlers.js";
import { parseOptions, type SandboxOptions } from "./options.js";
import { createAccounts } from "./pipeline/accounts.js";
import { handleRequest } from "./pipeline/handle-request.js";
import type { RecordedRequest } from "./pipeline/log-entry.js";
import { createRequestLog, type RequestLog } from "./pipeline/request-log.js";
import type { Api } from "./pipeline/run-operation.js";
import type { SandboxState } from "./pipeline/state.js";
import type { Store } from "./seed-data/create-store.js";
import type { AdvanceOptions } from "./seed-data/next-day/advance-options.js";
import type { StoreChanges } from "./seed-data/next-day/advance-store.js";
import { createRandom } from "./seed-data/random.js";

/** The data of one API key. */
export interface SandboxAccount {
  /** The lists that the API serves, to read and to change. */
  readonly store: Store;
  /**
   * Moves `now` by days, changes the store accordingly, and returns the keys of the changed records. A response that is
   * being read keeps the data of the day before. The lists in `store` are replaced.
   *
   * @throws {TypeError} naming the option that is invalid
   */
  advance(options?: AdvanceOptions): StoreChanges;
}

/** The API in memory, with the data of the account of `apiKey`. */
export interface Sandbox extends SandboxAccount {
  /**
   * Responds to a request as the API would, whatever its origin. Works detached from the sandbox.
   *
   * Rejects as `fetch` does for a fault or an aborted signal, and with a `ContractError` if the store holds data that the
   * contract does not allow.
   */
  readonly fetch: (input: string | URL | Request, init?: RequestInit) => Promise<Response>;
  /** The faults to inject. */
  readonly faults: Faults;
  /** The last 1 000 requests, or fewer if they take more than 16 MiB, oldest first, without keys. */
  readonly requests: readonly RecordedRequest[];
  /**
   * The account of a key.
   *
   * @throws {TypeError} if no account has the key
   */
  account(apiKey: string): SandboxAccount;
  /** Restores the initial state: the seed data of the first day in every account, the faults of the options, no requests. */
  reset(): void;
}

/**
 * Creates the Serviceform Public API in memory, filled with generated data.
 *
 * @throws {TypeError} naming the option that is invalid
 * @example
 * const sandbox = createSandbox();
 * const response = await sandbox.fetch("https://link.serviceform.com/flex/spaces", { headers: { "sf-api-key": "sf_sandbox_key" } });
 */
export function createSandbox(options: SandboxOptions = {}): Sandbox {
  return createInternals(options).sandbox;
}

/** A sandbox with its private parts. */
export interface SandboxInternals {
  readonly sandbox: Sandbox;
  readonly apiKey: string;
  readonly faults: FaultList;
  readonly log: RequestLog;
  /** Runs operations without faults and without recording. */
  readonly api: Api;
}

/** Creates a sandbox for a server, whose pages need its private parts. */
export function createInternals(options: SandboxOptions, handlers: Handlers = allHandlers): SandboxInternals {
  const settings = parseOptions(options);
  const { apiKey, seed } = settings;
  const accounts = createAccounts(settings.accounts, settings);
  const account = (key: string): SandboxAccount => {
    const { store, advance } = accounts.get(key);
    return { store, advance };
  };
  const faults = createFaultList();
  const log = createRequestLog();
  const { requests } = log;
  const state: SandboxState = { handlers, accounts, faults, log, faultRandom: createRandom(seed, "faults") };

  function reset(): void {
    faults.clear();
    log.clear();
    accounts.reset();
    state.faultRandom = createRandom(seed, "faults");
    for (const fault of settings.faults) faults.add(fault);
  }

  reset();
  const fetch: Sandbox["fetch"] = (input, init) => receive(state, input, init);
  const sandbox: Sandbox = { ...account(apiKey), fetch, faults, requests, account, reset };
  return { sandbox, apiKey, faults, log, api: state };
}

async function receive(state: SandboxState, input: string | URL | Request, init?: RequestInit): Promise<Response> {
  const original = isRequest(input) ? input : undefined;
  const signal = init?.signal ?? original?.signal;
  signal?.throwIfAborted();
  // The new request does not get the signal: a signal that many calls share would collect a listener for each of them.
  const request = original && !init ? original : new Request(input, { ...init, signal: null });
  return handleRequest(state, request, signal);
}

/** Tested by its tag, since a request may come from another realm, for which `instanceof` fails. */
function isRequest(input: string | URL | Request): input is Request {
  return typeof input === "object" && "headers" in input && "url" in input;
}
