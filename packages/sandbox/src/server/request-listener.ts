import type { IncomingMessage, ServerResponse } from "node:http";
import { BODY_LIMIT_BYTES } from "../http/read-body.js";
import { toRequest } from "./to-request.js";

type FetchHandler = (request: Request) => Promise<Response>;

/** Methods that a `Request` cannot have (Fetch standard, "forbidden method"). */
const FORBIDDEN_METHODS = new Set(["CONNECT", "TRACE", "TRACK"]);

/** Answers a request of Node's with a handler that knows only web standards. Never rejects. */
export async function serve(handler: FetchHandler, incoming: IncomingMessage, outgoing: ServerResponse): Promise<void> {
  const gone = new AbortController();
  outgoing.once("close", () => gone.abort());
  try {
    if (FORBIDDEN_METHODS.has(incoming.method ?? "")) return void outgoing.writeHead(405, { allow: "" }).end();
    const body = await readBody(incoming);
    await send(await handler(toRequest(incoming, body, gone.signal)), outgoing);
  } catch (error) {
    fail(error, incoming, outgoing);
  }
}

/** Reads to the end, so that who sends too much still gets the answer, and keeps just enough to see that it is too much. */
async function readBody(incoming: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  let length = 0;
  for await (const chunk of incoming) {
    if (length <= BODY_LIMIT_BYTES) chunks.push(chunk);
    length += chunk.length;
  }
  return Buffer.concat(chunks);
}

async function send(response: Response, outgoing: ServerResponse): Promise<void> {
  outgoing.writeHead(response.status, [...response.headers].flat());
  if (!response.body) return void outgoing.end();
  // The headers go ahead, since a body may be long in coming.
  outgoing.flushHeaders();
  const reader = response.body.getReader();
  const cancel = (): void => void reader.cancel().catch(() => {});
  outgoing.once("close", cancel);
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return void outgoing.end();
    // Awaited until the socket has taken it: a list is made as fast as it is read, and a cut comes after what precedes it.
    await new Promise<void>((resolve, reject) => outgoing.write(value, (error) => (error ? reject(error) : resolve())))
      // Where the caller left before there was a response, nothing closes any more.
      .finally(() => outgoing.destroyed && cancel());
  }
}

/** What breaks off in memory breaks off on the socket; any other error is a mistake and is said aloud. */
function fail(error: unknown, incoming: IncomingMessage, outgoing: ServerResponse): void {
  if (incoming.socket.destroyed) return;
  const code = error instanceof TypeError ? (error.cause as { readonly code?: string } | undefined)?.code : undefined;
  if (code === "ECONNRESET") return void incoming.socket.resetAndDestroy();
  if (code === "UND_ERR_SOCKET") return void outgoing.destroy();
  console.error(error);
  if (outgoing.headersSent) return void outgoing.destroy();
  const message = error instanceof Error ? error.message : String(error);
  outgoing.writeHead(500, { "content-type": "application/json" }).end(JSON.stringify({ message }));
}
