import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { gzip } from "node:zlib";
import { acceptsGzip } from "../../http/accepts-gzip.js";
import { hasEntityTag } from "../../http/entity-tag.js";
import type { PageFile } from "./page-file.js";
import { SAFETY_HEADERS } from "./safety-headers.js";

/** Compressing a smaller file saves no time. */
const COMPRESSED_FROM_BYTES = 4_096;

/** Values that are computed once for a file. */
interface Prepared {
  readonly etag: string;
  zipped?: Promise<Uint8Array>;
}

const prepared = new WeakMap<PageFile, Prepared>();

/** Sends a file, compressed if the client accepts that; sends 304 if the client already has it. */
export async function sendFile(file: PageFile, request: Request): Promise<Response> {
  const ready = prepare(file);
  const headers: Record<string, string> = {
    ...SAFETY_HEADERS,
    "cache-control": "no-cache",
    etag: ready.etag,
    vary: "accept-encoding",
  };
  if (hasEntityTag(request, ready.etag)) return new Response(null, { status: 304, headers });
  headers["content-type"] = file.type;
  let { bytes } = file;
  if (bytes.length >= COMPRESSED_FROM_BYTES && acceptsGzip(request)) {
    ready.zipped ??= promisify(gzip)(bytes);
    bytes = await ready.zipped;
    headers["content-encoding"] = "gzip";
  }
  headers["content-length"] = String(bytes.length);
  return new Response(request.method === "HEAD" ? null : bytes, { headers });
}

function prepare(file: PageFile): Prepared {
  const known = prepared.get(file);
  if (known) return known;
  // Weak, since it is the same for the compressed form.
  const fresh = { etag: `W/"${createHash("sha256").update(file.bytes).digest("base64url")}"` };
  prepared.set(file, fresh);
  return fresh;
}
