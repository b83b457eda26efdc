import { type SandboxServer, type ServerOptions, startServer } from "@serviceform/sandbox/server";

export interface ServedSandbox extends AsyncDisposable {
  readonly sandbox: SandboxServer["sandbox"];
  /** The environment of a command that calls it. */
  readonly env: { readonly SERVICEFORM_API_KEY: string; readonly SERVICEFORM_BASE_URL: string };
}

/** A sandbox that the command reaches over HTTP. */
export async function serveSandbox(options: ServerOptions = {}): Promise<ServedSandbox> {
  const server = await startServer({ apiKey: "sf_test_key", ...options });
  return {
    sandbox: server.sandbox,
    env: { SERVICEFORM_API_KEY: "sf_test_key", SERVICEFORM_BASE_URL: server.url },
    [Symbol.asyncDispose]: () => server.close(),
  };
}
