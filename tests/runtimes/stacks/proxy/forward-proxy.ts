import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { type Listening, listen } from "../../src/listen.ts";

export interface ForwardProxy extends Listening {
  /** How many requests and tunnels clients have requested. */
  readonly count: () => number;
  /** All bytes that clients have sent. */
  readonly bytes: () => string;
}

/** A proxy that forwards requests and opens tunnels, or responds to all of them with an error status. */
export async function startForwardProxy(status?: number): Promise<ForwardProxy> {
  const seen: string[] = [];
  let count = 0;

  const server = createServer((incoming, outgoing) => {
    count += 1;
    seen.push(incoming.rawHeaders.join("\n"));
    if (status) outgoing.writeHead(status, { "content-type": "text/html" }).end("<h1>proxy error</h1>");
    else forward(incoming, outgoing);
  });
  server.on("connect", (incoming, client: Socket) => {
    count += 1;
    client.on("data", (chunk) => seen.push(chunk.toString("latin1")));
    if (status) client.end(`HTTP/1.1 ${status} Error\r\nContent-Type: text/html\r\n\r\n<h1>proxy error</h1>`);
    else openTunnel(new URL(`http://${incoming.url}`), client);
  });

  return { ...(await listen(server, "http")), count: () => count, bytes: () => seen.join("") };
}

function forward(incoming: IncomingMessage, outgoing: ServerResponse): void {
  const { method, headers, url = "" } = incoming;
  const forwarded = request(url, { method, headers }, (response) => {
    outgoing.writeHead(response.statusCode ?? 502, response.headers);
    response.pipe(outgoing);
  });
  forwarded.once("error", () => outgoing.destroy());
  incoming.pipe(forwarded);
}

function openTunnel({ hostname, port }: URL, client: Socket): void {
  const api = connect(Number(port), hostname, () => client.write("HTTP/1.1 200 Connection Established\r\n\r\n"));
  pipeBoth(client, api);
}

/** Connects two sockets until one of them ends. */
export function pipeBoth(one: Socket, other: Socket): void {
  one.pipe(other).pipe(one);
  one.once("error", () => other.destroy()).once("close", () => other.destroy());
  other.once("error", () => one.destroy()).once("close", () => one.destroy());
}
