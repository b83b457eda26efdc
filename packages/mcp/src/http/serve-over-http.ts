import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import type { AddressInfo } from "node:net";
import type { Writable } from "node:stream";
import {
  localhostHostValidation,
  localhostOriginValidation,
  type NodeIncomingMessageLike,
  toNodeHandler,
} from "@modelcontextprotocol/node";
import { createMcpHandler } from "@modelcontextprotocol/server";
import type { ClientFactory } from "../cli/create-client-factory.js";
import { untilInterrupted } from "../cli/until-interrupted.js";
import { assembleServer, type SharedParts } from "../create-mcp-server.js";
import { createClientCache } from "./client-cache.js";
import { isAuthorized } from "./is-authorized.js";

/** The parts to serve, and the address. */
export interface HttpOptions {
  readonly parts: SharedParts;
  readonly clients: ClientFactory;
  /** 0 means any free port. */
  readonly port: number;
  /** The bearer token that requests must have; undefined allows every program on this machine. */
  readonly token: string | undefined;
  readonly stderr: Writable;
}

const PATH = "/mcp";

/** Serves any number of clients on loopback, until the process is interrupted. */
export async function serveOverHttp({ parts, clients, port, token, stderr }: HttpOptions): Promise<number> {
  const server = createServer(createListener(parts, clients, token));
  await new Promise<void>((resolve, reject) => {
    server.once("error", reject).listen(port, "127.0.0.1", resolve);
  });
  // Before the address is printed: its reader may end the process at once.
  const interruption = untilInterrupted();
  stderr.write(`listening on http://127.0.0.1:${(server.address() as AddressInfo).port}${PATH}\n`);
  try {
    return await interruption.code;
  } finally {
    interruption.stop();
    server.closeAllConnections();
    server.close();
  }
}

type Listener = (request: IncomingMessage, response: ServerResponse) => void;

/**
 * Host and Origin are validated first, so that a web page that resolves its name to this machine (DNS rebinding) learns
 * nothing more.
 */
function createListener(parts: SharedParts, clients: ClientFactory, token: string | undefined): Listener {
  const isOwnHost = localhostHostValidation();
  const isOwnOrigin = localhostOriginValidation();
  const clientOf = createClientCache(clients);
  const handler = createMcpHandler(({ requestInfo }) =>
    assembleServer({ ...parts, client: clientOf(requestInfo?.headers.get("sf-api-key") ?? undefined) }),
  );
  const handle = toNodeHandler(handler);
  return (request, response) => {
    if (!isOwnHost(request, response) || !isOwnOrigin(request, response)) return;
    if (!isAuthorized(request.headers.authorization, token)) {
      respond(response, 401, "A bearer token is required.", { "www-authenticate": "Bearer" });
    } else if (request.url?.split("?")[0] !== PATH) {
      respond(response, 404, `MCP is served at ${PATH}.`);
    } else if (!clientOf.hasKey(request.headers["sf-api-key"])) {
      respond(response, 401, "A key is required in the header sf-api-key.");
    } else {
      void handle(request as NodeIncomingMessageLike, response); // The types differ only in properties that may be undefined.
    }
  };
}

function respond(
  response: ServerResponse,
  status: number,
  message: string,
  headers: Record<string, string> = {},
): void {
  response.writeHead(status, { ...headers, "content-type": "application/json" });
  response.end(JSON.stringify({ message }));
}
