import type { AnyRequest } from "./any-request.js";
import { raw } from "./raw.js";

/** A response of Node.js. */
export interface RawResponse {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
}

/** Sends a request byte for byte, as no HTTP client would send some of them, and reads the response. */
export async function sendRaw(port: number, request: AnyRequest): Promise<RawResponse> {
  const { method, path, query, headers } = request;
  const body = Buffer.from(request.body);
  // As HTTP/1.0, so that the response has no transfer coding.
  const lines = [`${method} ${path}${query} HTTP/1.0`, "Host: localhost"];
  for (const [name, value] of Object.entries(headers)) lines.push(`${name}: ${value}`);
  const head = [...lines, `Content-Length: ${body.length}`, "", ""].join("\r\n");
  return parse(await raw(port, Buffer.concat([Buffer.from(head), body]), { open: true }));
}

function parse(response: string): RawResponse {
  const end = response.indexOf("\r\n\r\n");
  const [first = "", ...lines] = response.slice(0, end).split("\r\n");
  const headers = new Headers(lines.map((line) => line.split(": ", 2) as [string, string]));
  return { status: Number(first.split(" ")[1]), headers, text: response.slice(end + 4) };
}
