import { type ClientOptions, createClient, type ServiceformClient } from "@serviceform/client";
import { CredentialsError, type Environment, MissingKeyError, resolveConnection } from "@serviceform/credentials";
import { type Flags, parseInteger } from "./parse-flags.js";

/** Creates clients of one API by their keys. */
export interface ClientFactory {
  /** The client with the key of the process. Throws `CredentialsError` if there is no key. */
  own(): ServiceformClient;
  /** A client with another key. */
  create(apiKey: string): ServiceformClient;
}

/** Hosts give up a call after a minute, and then no error of a tool arrives. */
const TOTAL_TIMEOUT_MS = 50_000;

/** Over HTTP, the process needs no key, since requests carry theirs. */
export async function createClientFactory(
  flags: Flags,
  environment: Environment,
  { isKeyOptional }: { readonly isKeyOptional: boolean },
): Promise<ClientFactory> {
  const { apiKey, ...connection } = await connect(flags, environment).catch((error: unknown): Connection => {
    if (!isKeyOptional || !(error instanceof MissingKeyError)) throw error;
    return { baseUrl: flags["base-url"] ?? environment.SERVICEFORM_BASE_URL };
  });
  const options = { ...connection, totalTimeoutMs: TOTAL_TIMEOUT_MS };
  const own = apiKey === undefined ? undefined : createClient({ apiKey, ...options });
  return {
    own() {
      if (own) return own;
      throw new CredentialsError("a key is required in the header sf-api-key");
    },
    create: (key) => createClient({ ...options, apiKey: key }),
  };
}

type Connection = Pick<ClientOptions, "apiKey" | "baseUrl" | "fetch">;

async function connect(flags: Flags, environment: Environment): Promise<Connection> {
  return flags.sandbox ? connectToSandbox(flags) : resolveConnection(flags, environment);
}

const SANDBOX_KEY = "sf_sandbox_key";
const MAX_LEADS = 10_000_000;

/** Created at the first request, since a start does not need its data. */
function connectToSandbox(flags: Flags): Connection {
  const leadCount = flags["sandbox-leads"];
  const seed = flags["sandbox-seed"];
  const options = {
    apiKey: SANDBOX_KEY,
    ...(leadCount !== undefined && { leadCount: parseInteger("sandbox-leads", leadCount, 0, MAX_LEADS) }),
    ...(seed !== undefined && { seed: parseInteger("sandbox-seed", seed, 0, Number.MAX_SAFE_INTEGER) }),
  };
  const load = async (): Promise<typeof fetch> => {
    const { createSandbox } = await import("@serviceform/sandbox");
    return createSandbox(options).fetch;
  };
  let sandbox: Promise<typeof fetch> | undefined;
  return {
    apiKey: SANDBOX_KEY,
    fetch: async (url, init) => {
      sandbox ??= load();
      return (await sandbox)(url, init as RequestInit);
    },
  };
}
