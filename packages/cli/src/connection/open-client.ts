import type { ServiceformClient } from "@serviceform/client";
import { resolveConnection } from "@serviceform/credentials";
import { UsageError } from "../errors/usage-error.js";
import type { ConnectionFlags } from "../flags/connection-flags.js";
import type { Io } from "../io.js";
import { warn } from "../output/warn.js";

/** Where a client sends its requests, and with which key. */
interface Target {
  readonly apiKey: string;
  readonly baseUrl?: string | undefined;
  readonly fetch?: typeof fetch;
}

/** Called with the URL of each request and its response, before the body is read. */
export type ResponseObserver = (url: string, response: Response) => void;

/** Creates the client for the flags. Its dependencies are loaded when it is called. */
export async function openClient(
  flags: ConnectionFlags,
  io: Io,
  observe?: ResponseObserver,
): Promise<ServiceformClient> {
  const target = await resolveTarget(flags, io);
  const { createClient } = await import("@serviceform/client");
  return createClient({
    ...target,
    ...(observe && { fetch: observed(target.fetch ?? fetch, observe) }),
    timeoutMs: flags.timeout,
    retries: flags.retries,
    hooks: {
      onRetry: ({ attempt, delayMs = 0, error }) =>
        warn(
          io,
          flags,
          `attempt ${attempt} failed (${error?.status ?? error?.name}); retrying in ${Math.round(delayMs)} ms`,
        ),
    },
  });
}

function observed(send: typeof fetch, observe: ResponseObserver): typeof fetch {
  return async (input, init) => {
    const response = await send(input, init);
    // The client passes URLs as strings.
    observe(String(input), response);
    return response;
  };
}

/** The target from the flags, a profile or the environment. */
async function resolveTarget(flags: ConnectionFlags, io: Io): Promise<Target> {
  if (flags.sandbox) return openSandbox(flags);
  const keyFlags = {
    profile: flags.profile,
    "key-env": flags.keyEnv,
    "key-file": flags.keyFile,
    "key-command": flags.keyCommand,
    "base-url": flags.baseUrl,
    "sandbox-leads": flags.sandboxLeads,
    "sandbox-seed": flags.sandboxSeed,
  };
  return resolveConnection(keyFlags, io.env);
}

/** Not the key of an account: the sandbox is created with it. */
const SANDBOX_KEY = "sf_sandbox_key";

/** Appears only in errors, since the sandbox runs in memory. */
const SANDBOX_URL = "http://localhost";

async function openSandbox({ baseUrl, sandboxLeads, sandboxSeed }: ConnectionFlags): Promise<Target> {
  if (baseUrl !== undefined) throw new UsageError("--sandbox must not be combined with --base-url");
  const { createSandbox } = await import("@serviceform/sandbox");
  const sandbox = createSandbox({
    apiKey: SANDBOX_KEY,
    ...(sandboxLeads !== undefined && { leadCount: sandboxLeads }),
    ...(sandboxSeed !== undefined && { seed: sandboxSeed }),
  });
  return { apiKey: SANDBOX_KEY, baseUrl: SANDBOX_URL, fetch: sandbox.fetch as typeof fetch };
}
