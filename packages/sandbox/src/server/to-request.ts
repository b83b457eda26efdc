import type { IncomingMessage } from "node:http";

/** Turns a request of Node's, whose body has been read, into a standard one. */
export function toRequest(incoming: IncomingMessage, body: Buffer, signal: AbortSignal): Request {
  const { method = "GET", rawHeaders } = incoming;
  const headers = new Headers();
  for (let index = 0; index < rawHeaders.length; index += 2) {
    headers.append(rawHeaders[index] ?? "", rawHeaders[index + 1] ?? "");
  }
  const hasBody = body.length > 0 && method !== "GET" && method !== "HEAD";
  return new Request(address(incoming), { method, headers, signal, ...(hasBody && { body }) });
}

/** The request target may be a path, a whole URL or `*` (RFC 9112, section 3.2); a Host header may be anything. */
function address({ url = "/", headers }: IncomingMessage): string {
  const origin = `http://${headers.host ?? ""}`;
  // Joined and not resolved, since `//other.example/leads` is a path here.
  const target = url.startsWith("/") ? `${isOrigin(origin) ? origin : "http://localhost"}${url}` : url;
  if (!URL.canParse(target)) return "http://localhost/*";
  // A `Request` refuses an address with credentials; a server looks for them in headers.
  return Object.assign(new URL(target), { username: "", password: "" }).href;
}

function isOrigin(text: string): boolean {
  return URL.canParse(text) && new URL(text).origin === text.toLowerCase();
}
