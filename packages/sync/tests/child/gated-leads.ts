import { serve, type TestServer } from "../serve.js";

/** A server whose list of leads stops in the middle until it is released. */
export interface GatedLeads extends TestServer {
  release(): void;
}

export async function serveGatedLeads(leads: readonly unknown[], stopAfter: number): Promise<GatedLeads> {
  const { promise: isReleased, resolve: release } = Promise.withResolvers<void>();
  const render = (part: readonly unknown[]): string => part.map((lead) => JSON.stringify(lead)).join(",");
  const server = await serve(async (_, response) => {
    response.writeHead(200, { "content-type": "application/json" });
    response.write(`[${render(leads.slice(0, stopAfter))}`);
    await isReleased;
    response.end(`,${render(leads.slice(stopAfter))}]`);
  });
  return {
    url: server.url,
    release,
    async [Symbol.asyncDispose]() {
      release();
      await server[Symbol.asyncDispose]();
    },
  };
}
