import type { AnyRequest } from "./any-request.js";
import { raw } from "./raw.js";

/** A response without its transfer coding. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request byte for byte, as no HTTP client would send some of them, and reads the response. */
export async function sendRaw(port: number, request: AnyRequest): Promise<RawResponse> {
  const { method, path, query, headers } = request;
  const body = Buffer.from(request.body);
  const lines = [`${method} ${path}${query} HTTP/1.1`, "Host: localhost", "Connection: close"];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  const head = [...lines, `Content-Length: ${body.length}`, "", ""].join("\r\n");
  return parse(await raw(port, Buffer.concat([Buffer.from(head), body]), { open: true }));
}

function parse(response: string): RawResponse {
  const end = response.indexOf("\r\n\r\n");
  const [first = "", ...lines] = response.slice(0, end).split("\r\n");
  const headers = new Headers(lines.map((line) => line.split(": ", 2) as [string, string]));
  const body = Buffer.from(response.slice(end + 4));
  const text = headers.get("transfer-encoding") === "chunked" ? unchunk(body) : body.toString();
  return { status: Number(first.split(" ")[1]), headers, text };
}

/** RFC 9112, section 7.1: a length in hex, that many bytes, and an empty last chunk. */
function unchunk(body: Buffer): string {
  const chunks: Buffer[] = [];
  for (let at = 0; ; ) {
    const start = body.indexOf("\r\n", at) + 2;
    const length = Number.parseInt(body.toString("latin1", at, start), 16);
    if (!(length > 0)) return Buffer.concat(chunks).toString();
    chunks.push(body.subarray(start, start + length));
    at = start + length + 2;
  }
}
