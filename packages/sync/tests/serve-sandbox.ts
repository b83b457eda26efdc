import { startServer } from "@serviceform/sandbox/server";

/** A sandbox on loopback, one for several commands: each `--sandbox` would be another. */
export async function serveSandbox(): Promise<AsyncDisposable & { readonly url: string }> {
  const { url, close } = await startServer({ port: 0 });
  return { url, [Symbol.asyncDispose]: async () => void (await close()) };
}
