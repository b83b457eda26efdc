import { acceptsGzip } from "../../http/accepts-gzip.js";
import { hasEntityTag } from "../../http/entity-tag.js";
import type { PageFile } from "./page-file.js";

/** Compressing a smaller file saves no time. */
const COMPRESSED_FROM_BYTES = 4_096;

/** Sends a file, compressed if the client accepts that; sends 304 if the client already has it. */
export async function sendFile(file: PageFile, request: Request): Promise<Response> {
  const { type, etag } = file;
  const headers = { "cache-control": "no-cache", etag, vary: "accept-encoding" };
  if (hasEntityTag(request, etag)) return new Response(null, { status: 304, headers });
  const isZipped = file.bytes.length >= COMPRESSED_FROM_BYTES && acceptsGzip(request);
  const bytes = isZipped ? await file.zip() : file.bytes;
  const content = { "content-type": type, "content-length": String(bytes.length) };
  const coding = isZipped && { "content-encoding": "gzip" };
  return new Response(request.method === "HEAD" ? null : bytes, { headers: { ...headers, ...content, ...coding } });
}
