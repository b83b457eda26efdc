import { readFile } from "node:fs/promises";
import { createServer } from "node:http";
import { join } from "node:path";
import sirv from "sirv";

const LOOPBACK = "127.0.0.1";

export interface SiteServer {
  readonly url: string;
  close(): Promise<void>;
}

/** Serves a built site on loopback, at its base path; port 0 means any free port. */
export async function serveSite(folder: string, base: string, port: number): Promise<SiteServer> {
  const files = sirv(folder, { etag: true });
  const missing = await readFile(join(folder, "404.html"));
  const server = createServer((request, response) => {
    const path = request.url ?? "/";
    if (!path.startsWith(base)) {
      response.writeHead(302, { location: base }).end();
      return;
    }
    request.url = path.slice(base.length - 1);
    files(request, response, () => void response.writeHead(404, { "content-type": "text/html" }).end(missing));
  });
  await new Promise<void>((resolve, reject) => {
    server.once("error", (cause: NodeJS.ErrnoException) => {
      reject(cause.code === "EADDRINUSE" ? new Error(`Port ${port} is in use; give another with --port.`) : cause);
    });
    server.listen(port, LOOPBACK, resolve);
  });
  const address = server.address();
  const bound = typeof address === "object" && address !== null ? address.port : port;
  const close = (): Promise<void> =>
    new Promise((resolve) => {
      server.close(() => resolve());
      server.closeAllConnections();
    });
  return { url: `http://${LOOPBACK}:${bound}${base}`, close };
}
