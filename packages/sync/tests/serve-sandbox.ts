import { startServer } from "@serviceform/sandbox/server";

/** A sandbox on loopback for several commands, since each `--sandbox` would start another one. */
export async function serveSandbox(): Promise<AsyncDisposable & { readonly url: string }> {
  const { url, close } = await startServer({ port: 0 });
  return { url, [Symbol.asyncDispose]: async () => void (await close()) };
}
