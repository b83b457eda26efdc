import { McpServer } from "@modelcontextprotocol/server";
import type { ServiceformClient } from "@serviceform/client";
import { apiContract, type Contract } from "./contract.js";
import { renderInstructions } from "./instructions.js";
import { assertOption, type McpServerOptions, parseOptions, type Settings } from "./options.js";
import { registerPrompts } from "./prompts/register-prompts.js";
import { registerResources } from "./resources/register-resources.js";
import { sessionOf } from "./session/session.js";
import { createTools } from "./tools/create-tools.js";
import { registerTool } from "./tools/register-tool.js";
import type { Tool } from "./tools/tool.js";

export type { McpServerOptions };

/** Set by the build; undefined if the sources run without a build. */
declare const MCP_VERSION: string | undefined;

/** The version of this package. */
export const VERSION: string = typeof MCP_VERSION === "string" ? MCP_VERSION : "source";

/**
 * Creates a Model Context Protocol server of the API, ready to be connected to a transport.
 *
 * Throws `TypeError` for an option that is unknown or invalid.
 *
 * @example
 * const server = createMcpServer({ client: createClient() });
 * await server.connect(new StdioServerTransport());
 */
export function createMcpServer({ client, ...options }: McpServerOptions): McpServer {
  assertOption(typeof client === "object" && client !== null, "client must be a client of createClient");
  return assembleServer({ client, ...createParts(parseOptions(options)) });
}

/** The parts that the servers of all clients share. */
export interface SharedParts {
  readonly settings: Settings;
  readonly contract: Contract;
  readonly tools: readonly Tool[];
}

/** The parts of a server. */
export interface ServerParts extends SharedParts {
  readonly client: ServiceformClient;
}

/** `writesFiles` enables the tools that write files on this machine: only if the assistant runs on it too. */
export function createParts(
  settings: Settings,
  { writesFiles = false }: { readonly writesFiles?: boolean } = {},
): SharedParts {
  return { settings, contract: apiContract, tools: createTools(apiContract, settings, { writesFiles }) };
}

/** The lists stay the same, so a client need not wait for changes. */
const CAPABILITIES = {
  tools: { listChanged: false },
  resources: { listChanged: false },
  prompts: { listChanged: false },
};

/** Over HTTP each request gets its own server, so this does as little work as possible. */
export function assembleServer({ client, settings, contract, tools }: ServerParts): McpServer {
  const server = new McpServer(
    { name: "serviceform", version: VERSION },
    { instructions: renderInstructions(contract), capabilities: CAPABILITIES },
  );
  const session = sessionOf(client);
  for (const tool of tools) registerTool(server, tool, { client, settings, session, contract });
  registerResources(server, { client, settings });
  registerPrompts(server);
  return server;
}
