import { Duplex } from "node:stream";
import { constants, createGzip } from "node:zlib";
import { acceptsGzip } from "../http/accepts-gzip.js";

/**
 * Compresses a response that allows it (`vary: accept-encoding`) if the request accepts gzip. A fault's response does
 * not allow it: its bytes are sent unchanged.
 */
export function compress(response: Response, request: Request): Response {
  const { body, status, headers } = response;
  const mayVary = headers.get("vary") === "accept-encoding" && !headers.has("content-encoding");
  if (!body || !mayVary || !acceptsGzip(request)) return response;
  const compressed = new Headers(headers);
  compressed.delete("content-length");
  compressed.set("content-encoding", "gzip");
  // Flushed after each chunk, so that a list arrives as it is generated; that costs little on loopback.
  const gzip = createGzip({ level: constants.Z_BEST_SPEED, flush: constants.Z_SYNC_FLUSH });
  return new Response(body.pipeThrough(Duplex.toWeb(gzip)), { status, headers: compressed });
}
