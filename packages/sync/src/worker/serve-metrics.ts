import { createServer, type Server } from "node:http";

export interface MetricsServer extends AsyncDisposable {
  readonly url: string;
}

/** Serves `/metrics` and `/healthz` on loopback. Port 0 means any free port. */
export async function serveMetrics(port: number, render: () => Promise<string>): Promise<MetricsServer> {
  const server = createServer(async ({ url }, response) => {
    try {
      const body = url === "/metrics" ? await render() : "ok\n";
      const known = url === "/metrics" || url === "/healthz";
      response.writeHead(known ? 200 : 404, { "content-type": "text/plain; version=0.0.4; charset=utf-8" });
      response.end(known ? body : "Not found.\n");
    } catch {
      // The state of the engine cannot be read, so the worker is not healthy.
      response.writeHead(503).end("The queue cannot be reached.\n");
    }
  });
  await listen(server, port);
  const address = server.address();
  const actual = typeof address === "object" && address !== null ? address.port : port;
  return {
    url: `http://127.0.0.1:${actual}`,
    [Symbol.asyncDispose]: () => new Promise<void>((resolve) => server.close(() => resolve())),
  };
}

function listen(server: Server, port: number): Promise<void> {
  return new Promise((resolve, reject) => {
    server.once("error", reject);
    server.listen(port, "127.0.0.1", resolve);
  });
}
