import type { IncomingMessage, Server } from "node:http";
import type { Socket } from "node:net";

/** The connections of a server that have had no request. */
export interface Connections {
  /** Closes those that have received nothing: `fetch` opens some ahead. */
  closeUnused(): void;
}

export function watchConnections(server: Server): Connections {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket));
  });
  server.on("request", ({ socket }: IncomingMessage) => sockets.delete(socket));
  return {
    closeUnused() {
      for (const socket of sockets) if (socket.bytesRead === 0) socket.destroy();
    },
  };
}
