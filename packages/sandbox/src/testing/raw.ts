import { connect } from "node:net";

/**
 * Writes bytes to a port and returns what comes back until the connection closes. Node takes the end of what is written
 * for the end of the connection, so a whole request whose answer takes a while is to stay open.
 */
export function raw(
  port: number,
  bytes: string | Uint8Array,
  { open = false }: { readonly open?: boolean } = {},
): Promise<string> {
  return new Promise((resolve) => {
    const chunks: Buffer[] = [];
    const socket = connect(port, "127.0.0.1");
    socket.on("data", (chunk) => chunks.push(chunk));
    socket.on("error", () => {});
    socket.on("close", () => resolve(Buffer.concat(chunks).toString()));
    if (open) socket.write(bytes);
    else socket.end(bytes);
  });
}
