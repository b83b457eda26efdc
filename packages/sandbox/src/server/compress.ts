import { Duplex } from "node:stream";
import { constants, createGzip } from "node:zlib";
import { acceptsGzip } from "../http/accepts-gzip.js";

/**
 * Compresses a response that says it may (`vary: accept-encoding`) where the request accepts gzip. What a fault decided
 * does not say so: its bytes stay as they are.
 */
export function compress(response: Response, request: Request): Response {
  const { body, status, headers } = response;
  const mayVary = headers.get("vary") === "accept-encoding" && !headers.has("content-encoding");
  if (!body || !mayVary || !acceptsGzip(request)) return response;
  const compressed = new Headers(headers);
  compressed.delete("content-length");
  compressed.set("content-encoding", "gzip");
  // Flushed with each chunk, so that a list arrives as it is made; at little cost, since the network is a loopback.
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, flush: constants.Z_SYNC_FLUSH });
  return new Response(body.pipeThrough(Duplex.toWeb(gzip)), { status, headers: compressed });
}
