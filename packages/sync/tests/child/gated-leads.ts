import { once } from "node:events";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A server whose list of leads stops in the middle until it is released. */
export interface GatedLeads extends AsyncDisposable {
  readonly url: string;
  release(): void;
}

export async function serveGatedLeads(leads: readonly unknown[], stopAfter: number): Promise<GatedLeads> {
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
  const server = createServer(async (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(
      `[${leads
        .slice(0, stopAfter)
        .map((lead) => JSON.stringify(lead))
        .join(",")}`,
    );
    await isReleased;
    response.end(
      `,${leads
        .slice(stopAfter)
        .map((lead) => JSON.stringify(lead))
        .join(",")}]`,
    );
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}`,
    release,
    async [Symbol.asyncDispose]() {
      release();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
