import { rm } from "node:fs/promises";
import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { Client, type ClientOptions } from "@modelcontextprotocol/client";
import { type CallToolResult, InMemoryTransport, type McpServer } from "@modelcontextprotocol/server";
import { createClient, type ServiceformClient } from "@serviceform/client";
import { createSandbox, type Sandbox, type SandboxOptions } from "@serviceform/sandbox";
import { onTestFinished } from "vitest";
import { assembleServer, createParts } from "../src/create-mcp-server.js";
import { createMcpServer, type McpServerOptions } from "../src/index.js";
import { parseOptions } from "../src/options.js";

/** An assistant in the same process as the server, with the sandbox behind it. */
export interface Assistant {
  readonly sandbox: Sandbox;
  readonly client: Client;
  call(name: string, input?: object): Promise<Response>;
}

/** The response of a tool. */
export interface Response {
  readonly isError: boolean;
  /** All of its text, part by part. */
  readonly text: string;
  readonly parts: readonly string[];
  /** The document between the marks. */
  readonly data: { readonly [name: string]: unknown };
  /** Every part, such as a link. */
  readonly content: CallToolResult["content"];
}

interface ConnectOptions extends ClientOptions {
  readonly sandbox?: SandboxOptions;
  /** Responds instead of the sandbox, which rejects records that differ from the contract. */
  readonly fetch?: typeof globalThis.fetch;
  /** Adds the tools that write files, which a server has over stdio. */
  readonly writesFiles?: boolean;
}

export async function connect(
  options: Partial<McpServerOptions> = {},
  { sandbox: sandboxOptions, fetch, writesFiles = false, ...clientOptions }: ConnectOptions = {},
): Promise<Assistant> {
  const sandbox = createSandbox(sandboxOptions);
  const { client: api = createApi(fetch ?? sandbox.fetch), ...others } = options;
  const server = writesFiles
    ? assembleServer({ client: api, ...createParts(parseOptions(others), { writesFiles }) })
    : createMcpServer({ client: api, ...others });
  const client = await connectTo(server, clientOptions);
  return { sandbox, client, call: (name, input) => callTool(client, name, input) };
}

/** A client of the API that sends each request once, to this function. */
export function createApi(fetch: typeof globalThis.fetch): ServiceformClient {
  return createClient({ apiKey: "sf_sandbox_key", baseUrl: "http://127.0.0.1", fetch, retries: 0 });
}

/** Connects a client to a server in this process. */
export async function connectTo(server: McpServer, options?: ClientOptions): Promise<Client> {
  const [one, other] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1.0.0" }, options);
  await Promise.all([server.connect(one), client.connect(other)]);
  return client;
}

export async function callTool(client: Client, name: string, input: object = {}): Promise<Response> {
  // A long list takes long on a busy machine.
  const result = await client.callTool({ name, arguments: { ...input } }, { timeout: 300_000 });
  const response = readResponse(result as CallToolResult); // No test lets a tool return something else.
  for (const part of response.content) if (part.type === "resource_link") removeAfterTest(part.uri);
  return response;
}

/** An export is for the user to keep, in a folder of its own. */
function removeAfterTest(uri: string): void {
  onTestFinished(() => rm(dirname(fileURLToPath(uri)), { recursive: true }));
}

export function readResponse({ isError = false, content }: CallToolResult): Response {
  const parts = content.flatMap((part) => (part.type === "text" ? [part.text] : []));
  const [, json] = /<untrusted-data[^>]*>\n([\s\S]*)\n<\/untrusted-data/.exec(parts.join("\n")) ?? [];
  return { isError, parts, text: parts.join("\n"), data: json === undefined ? {} : JSON.parse(json), content };
}

/** The items of a list. */
export function itemsOf({ data }: Response): readonly { readonly [name: string]: unknown }[] {
  return data.items as readonly { readonly [name: string]: unknown }[];
}
