import { type ClientOptions, createClient, type ServiceformClient } from "@serviceform/client";
import { KEY_FLAG_NAMES, resolveConnection } from "@serviceform/credentials";
import type { CommandIo, SandboxModule } from "./io.js";
import { type FlagValues, integerOf, textOf } from "./parse-flags.js";
import { UsageError } from "./usage-error.js";

export async function createClientFromFlags(values: FlagValues, io: CommandIo): Promise<ServiceformClient> {
  const options: ClientOptions = {
    ...(await resolveServer(values, io)),
    timeoutMs: integerOf(values, "timeout", 1),
    retries: integerOf(values, "retries", 0),
  };
  return createClient(options);
}

async function resolveServer(values: FlagValues, { env, loadSandbox }: CommandIo): Promise<ClientOptions> {
  if (values.sandbox) return createSandboxServer(values, loadSandbox);
  const names = [...KEY_FLAG_NAMES, "base-url", "sandbox-leads", "sandbox-seed"];
  const flags = Object.fromEntries(names.map((name) => [name, textOf(values, name)]));
  return resolveConnection(flags, env);
}

const SANDBOX_KEY = "sf_sandbox_key";

async function createSandboxServer(values: FlagValues, load = loadPeer): Promise<ClientOptions> {
  if (values["base-url"] !== undefined) throw new UsageError("--sandbox must not be combined with --base-url");
  const leadCount = integerOf(values, "sandbox-leads", 0);
  const seed = integerOf(values, "sandbox-seed", 0);
  const { createSandbox } = await load();
  const sandbox = createSandbox({
    // Until the day ends, each command has the same records.
    now: new Date().setUTCHours(0, 0, 0, 0),
    ...(leadCount !== undefined && { leadCount }),
    ...(seed !== undefined && { seed }),
  });
  return { apiKey: SANDBOX_KEY, fetch: sandbox.fetch };
}

/** Loads an optional peer dependency, which only users of the sandbox install. */
function loadPeer(): Promise<SandboxModule> {
  return import("@serviceform/sandbox").catch(() => {
    throw new UsageError("--sandbox needs the package @serviceform/sandbox");
  });
}
