import type { Sandbox } from "@serviceform/sandbox";
import { startServer } from "./installed.ts";

export interface ServedSandbox extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
  readonly sandbox: Sandbox;
  /** The ID of an existing space. */
  readonly spaceId: string;
  /** How many requests each operation has received. */
  readonly count: (operation: string) => number;
}

/** Serves a sandbox of its own to a test. */
export async function startSandbox(): Promise<ServedSandbox> {
  const { url, port, sandbox, close } = await startServer();
  const [space] = sandbox.store.spaces;
  if (!space) throw new Error("the sandbox has no space");
  return {
    url,
    port,
    sandbox,
    spaceId: space.id,
    count: (operation) => sandbox.requests.filter((request) => request.operation === operation).length,
    [Symbol.asyncDispose]: close,
  };
}
