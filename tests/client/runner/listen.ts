import { createServer, type RequestListener } from "node:http";
import type { AddressInfo } from "node:net";

/** Serves HTTP on a free port of loopback; closing it ends its connections too. */
export async function listen(serve: RequestListener): Promise<{ url: string; port: number; close(): Promise<void> }> {
  const server = createServer(serve);
  // Tests reuse connections later, so idle ones are not closed here.
  server.keepAliveTimeout = 0;
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    port,
    async close() {
      const closed = new Promise((resolve) => server.close(resolve));
      server.closeAllConnections();
      await closed;
    },
  };
}
