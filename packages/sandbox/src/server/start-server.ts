import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { createInternals, type Sandbox, type SandboxInternals } from "../create-sandbox.js";
import { assertObject, type SandboxOptions } from "../options.js";
import { createPages } from "../ui/server/create-pages.js";
import { compress } from "./compress.js";
import { isHost } from "./is-host.js";
import { isLoopback, toReachableHost } from "./reachable-host.js";
import { renderListenError } from "./render-listen-error.js";
import { reportHealth } from "./report-health.js";
import { serve } from "./request-listener.js";
import { type Connections, watchConnections } from "./watch-connections.js";

/** The options of `startServer`: those of the sandbox, and where it listens. */
export interface ServerOptions extends SandboxOptions {
  /** @default 0, any free one */
  readonly port?: number;
  /** Which address to listen on. The default can be reached from this machine only. @default "127.0.0.1" */
  readonly host?: string;
  /**
   * Further host names that serve its pages, such as the name of its service in a compose file. Allow only names that no
   * website can point to this address. The API itself responds under every name.
   */
  readonly allowHosts?: readonly string[];
}

type Place = Required<Pick<ServerOptions, "port" | "host" | "allowHosts">>;
type ListenOptions = { readonly [Name in keyof Place]: Place[Name] | undefined };

/** A sandbox that listens. */
export interface SandboxServer {
  /** The base URL to give to a client, without a slash at the end. */
  readonly url: string;
  readonly port: number;
  readonly sandbox: Sandbox;
  /** Stops listening, lets active requests end, and closes their connections after a second. */
  close(): Promise<void>;
}

/** The time that active requests have to end when the server closes. */
const GRACE_MS = 1_000;
const SWEEP_MS = 20;

/**
 * Serves a sandbox over HTTP.
 *
 * @throws {TypeError} naming the invalid option
 * @throws {Error} with the reason, if it cannot listen
 * @example
 * const server = await startServer({ port: 4010 });
 */
export async function startServer(options: ServerOptions = {}): Promise<SandboxServer> {
  assertObject(options);
  const { port, host, allowHosts, ...sandboxOptions } = options;
  return serveSandbox(createInternals(sandboxOptions), { port, host, allowHosts });
}

/** Serves an existing sandbox. */
export async function serveSandbox(open: SandboxInternals, listenOptions: ListenOptions): Promise<SandboxServer> {
  const { port, host, allowHosts } = parseListenOptions(listenOptions);
  const { sandbox } = open;
  const pages = createPages(open, [host, ...allowHosts]);
  const handler = async (request: Request) =>
    reportHealth(request) ?? pages.fetch(request) ?? compress(await sandbox.fetch(request), request);
  const server = createServer((incoming, outgoing) => void serve(handler, incoming, outgoing));
  const connections = watchConnections(server);
  const actual = await listen(server, port, host);
  if (!isLoopback(host)) console.warn(`The sandbox listens on ${host}: others on the network can reach it.`);
  let closing: Promise<void> | undefined;
  return {
    url: `http://${toReachableHost(host)}:${actual}`,
    port: actual,
    sandbox,
    close() {
      pages.close();
      closing ??= close(server, connections);
      return closing;
    },
  };
}

/** @throws {TypeError} naming the invalid option */
function parseListenOptions({ port = 0, host = "127.0.0.1", allowHosts = [] }: ListenOptions): Place {
  const isPort = Number.isInteger(port) && port >= 0 && port <= 65_535;
  if (!isPort) throw new TypeError("port must be an integer from 0 to 65535");
  if (!isHost(host)) throw new TypeError("host must be an IP address or a host name, without scheme and port");
  const areHosts = Array.isArray(allowHosts) && allowHosts.every(isHost);
  if (!areHosts) throw new TypeError("allowHosts must be a list of host names, without scheme and port");
  return { port, host, allowHosts };
}

function listen(server: Server, port: number, host: string): Promise<number> {
  return new Promise((resolve, reject) => {
    server.once("error", (cause) => reject(new Error(renderListenError(cause, port, host), { cause })));
    server.listen(port, host, () => resolve((server.address() as AddressInfo).port));
  });
}

function close(server: Server, connections: Connections): Promise<void> {
  return new Promise((resolve) => {
    // A kept-alive connection becomes idle when its last request ends. One without any request is not idle to Node.js.
    const sweep = setInterval(() => {
      server.closeIdleConnections();
      connections.closeUnused();
    }, SWEEP_MS);
    const grace = setTimeout(() => server.closeAllConnections(), GRACE_MS);
    server.close(() => {
      clearInterval(sweep);
      clearTimeout(grace);
      resolve();
    });
  });
}
