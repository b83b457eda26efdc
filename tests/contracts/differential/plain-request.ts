import { Buffer } from "node:buffer";
import { kindOf } from "./media-kind.ts";
import { readMultipart } from "./read-multipart.ts";
import type { RecordedRequest } from "./recording-server.ts";
import type { WrittenBody, WrittenRequest } from "./write-request.ts";

/** The compared parts of a request: its target as every `fetch` writes it, and the expected headers. */
export function plainRequest(
  { method, target, headers, body }: WrittenRequest | RecordedRequest,
  expected?: WrittenRequest,
): WrittenRequest {
  const { pathname, search } = new URL(`http://api.test${target}`);
  const names = Object.keys(expected?.headers ?? headers);
  // A credential in an operation without any is a difference, too.
  const counted = new Set([...names, "authorization", "content-type"]);
  const kept = Object.entries(headers).filter(([name]) => counted.has(name));
  // RFC 3986, 2.1: both cases are equal; openapi-fetch passes braces on, which `URL` then writes in lower case.
  const escaped = (pathname + search).replaceAll(/%[\da-f]{2}/gi, (code) => code.toUpperCase());
  const read = body instanceof Uint8Array ? readBody(body, headers["content-type"]) : body;
  const withoutBoundary = kept.map(([name, value]) => [name, value.replace(/; *boundary=.*$/, "")] as const);
  return { method, target: escaped, headers: Object.fromEntries(withoutBoundary.sort()), body: read };
}

function readBody(bytes: Uint8Array, contentType = "text/plain"): WrittenBody {
  const kind = kindOf(contentType);
  if (kind === "multipart") return readMultipart(bytes, contentType);
  return Buffer.from(bytes).toString(kind === "binary" ? "latin1" : "utf8");
}
