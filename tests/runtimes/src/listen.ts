import { once } from "node:events";
import { createServer, type RequestListener } from "node:http";
import type { AddressInfo, Server, Socket } from "node:net";

export interface Listening extends AsyncDisposable {
  readonly url: string;
  readonly port: number;
}

/** Serves HTTP on a free port of loopback. */
export function serveHttp(listener: RequestListener): Promise<Listening> {
  return listen(createServer(listener), "http");
}

/** Opens a server on a free port of loopback; disposing it ends its connections too. */
export async function listen(server: Server, protocol: "http" | "https"): Promise<Listening> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  return {
    url: `${protocol}://127.0.0.1:${port}`,
    port,
    async [Symbol.asyncDispose]() {
      for (const socket of sockets) socket.destroy();
      server.close();
      await once(server, "close");
    },
  };
}

/** A URL on a loopback port without a server. */
export async function closedUrl(): Promise<string> {
  await using server = await serveHttp(() => {});
  return server.url;
}
