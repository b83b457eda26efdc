import type { IncomingMessage } from "node:http";

/** Converts a request of Node.js, whose body has been read, to a standard one. */
export function toRequest(incoming: IncomingMessage, body: Buffer, signal: AbortSignal): Request {
  const { method = "GET", rawHeaders } = incoming;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  }
  const hasBody = body.length > 0 && method !== "GET" && method !== "HEAD";
  return new Request(address(incoming), { method, headers, signal, ...(hasBody && { body }) });
}

/** The request target may be a path, a whole URL or `*` (RFC 9112, section 3.2); a Host header may be any text. */
function address({ url = "/", headers }: IncomingMessage): string {
  const { host = "" } = headers;
  // Concatenated and not resolved, since `//other.example/leads` is a path here.
  const target = url.startsWith("/") ? `http://${isHost(host) ? host : "localhost"}${url}` : url;
  if (!URL.canParse(target)) return "http://localhost/*";
  // A `Request` rejects a URL with credentials; a server reads credentials from headers.
  return Object.assign(new URL(target), { username: "", password: "" }).href;
}

function isHost(text: string): boolean {
  return !/[/?#@\\]/.test(text) && URL.canParse(`http://${text}`);
}
