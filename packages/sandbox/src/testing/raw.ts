import { connect } from "node:net";

/**
 * Writes bytes to a port and returns the bytes that come back until the connection closes. Node.js closes the
 * connection when the writing side ends, so for a complete request with a slow response it must stay open.
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
