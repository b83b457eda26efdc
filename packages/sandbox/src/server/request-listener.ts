import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_LIMIT_BYTES } from "../http/read-body.js";
import { toRequest } from "./to-request.js";

type FetchHandler = (request: Request) => Promise<Response>;

/** Methods that a `Request` cannot have (Fetch Standard, "forbidden method"). */
const FORBIDDEN_METHODS = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Without it, a browser hides the error of the API from the page that called it, and reports only CORS. */
const ANY_ORIGIN = { "access-control-allow-origin": "*" };

/** Responds to a request of Node.js with a handler that uses only web standards. Never rejects. */
export async function serve(handler: FetchHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const disconnected = new AbortController();
  outgoing.once("close", () => disconnected.abort());
  try {
    if (FORBIDDEN_METHODS.has(incoming.method ?? "")) return void outgoing.writeHead(405, { allow: "" }).end();
    const body = await readBody(incoming);
    await sendResponse(await handler(toRequest(incoming, body, disconnected.signal)), outgoing);
  } catch (error) {
    handleError(error, incoming, outgoing);
  }
}

/**
 * Reads to the end, so that a client that sends too much still gets the response. Keeps just enough to detect that it
 * is too much.
 */
async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    if (length <= BODY_LIMIT_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function sendResponse(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (!response.body) return void outgoing.end();
  // The headers are sent first, since the body may take long.
  outgoing.flushHeaders();
  const reader = response.body.getReader();
  const cancel = (): void => void reader.cancel().catch(() => {});
  outgoing.once("close", cancel);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return void outgoing.end();
    // Awaits the socket: a list is generated as fast as it is read, and a truncation comes after the bytes before it.
    await new Promise<void>((resolve, reject) => outgoing.write(value, (error) => (error ? reject(error) : resolve())))
      // If the client disconnected before there was a response, no later event closes it.
      .finally(() => outgoing.destroyed && cancel());
  }
}

/** Breaks the connection if the error stands for a broken one; any other error is a mistake, and is printed. */
function handleError(error: unknown, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.socket.destroyed) return;
  const code = error instanceof TypeError ? (error.cause as { readonly code?: string } | undefined)?.code : undefined;
  if (code === "ECONNRESET") return void incoming.socket.resetAndDestroy();
  if (code === "UND_ERR_SOCKET") return void outgoing.destroy();
  console.error(error);
  if (outgoing.headersSent) return void outgoing.destroy();
  const message = error instanceof Error ? error.message : String(error);
  const headers = { "content-type": "application/json", ...(isForPages(incoming) ? {} : ANY_ORIGIN) };
  outgoing.writeHead(500, headers).end(JSON.stringify({ message }));
}

function isForPages({ url = "/" }: IncomingMessage): boolean {
  return url === "/" || url.startsWith("/_sandbox");
}
