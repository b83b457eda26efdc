import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";
import { startServer } from "@serviceform/sandbox/server";

export interface TestServer extends AsyncDisposable {
  readonly url: string;
}

/** A server on loopback. */
export async function serve(listener: RequestListener): Promise<TestServer> {
  const server = createServer(listener).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    async [Symbol.asyncDispose]() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}

/** A sandbox on loopback for several commands, since each `--sandbox` would start another one. */
export async function serveSandbox(): Promise<TestServer> {
  const { url, close } = await startServer({ port: 0 });
  return { url, [Symbol.asyncDispose]: async () => void (await close()) };
}
