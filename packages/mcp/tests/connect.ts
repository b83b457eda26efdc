import { Client, type ClientOptions } from "@modelcontextprotocol/client";
import { type CallToolResult, InMemoryTransport, type McpServer } from "@modelcontextprotocol/server";
import { createClient } from "@serviceform/client";
import { createSandbox, type Sandbox, type SandboxOptions } from "@serviceform/sandbox";
import { createMcpServer, type McpServerOptions } from "../src/index.js";

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
}

interface ConnectOptions extends ClientOptions {
  readonly sandbox?: SandboxOptions;
  /** Responds instead of the sandbox, which rejects records that differ from the contract. */
  readonly fetch?: typeof globalThis.fetch;
}

export async function connect(
  options: Partial<McpServerOptions> = {},
  { sandbox: sandboxOptions, fetch, ...clientOptions }: ConnectOptions = {},
): Promise<Assistant> {
  const sandbox = createSandbox(sandboxOptions);
  const api = createClient({
    apiKey: "sf_sandbox_key",
    baseUrl: "http://127.0.0.1",
    fetch: fetch ?? sandbox.fetch,
    retries: 0,
  });
  const client = await connectTo(createMcpServer({ client: api, ...options }), clientOptions);
  return { sandbox, client, call: async (name, input) => readResponse(await callTool(client, name, input)) };
}

/** Connects a client to a server in this process. */
export async function connectTo(server: McpServer, options?: ClientOptions): Promise<Client> {
  const [one, other] = InMemoryTransport.createLinkedPair();
  const client = new Client({ name: "test", version: "1.0.0" }, options);
  await Promise.all([server.connect(one), client.connect(other)]);
  return client;
}

export async function callTool(client: Client, name: string, input: object = {}): Promise<CallToolResult> {
  // A list of 100 000 leads takes long on a busy machine.
  return (await client.callTool({ name, arguments: { ...input } }, { timeout: 300_000 })) as CallToolResult;
}

export function readResponse({ isError = false, content }: CallToolResult): Response {
  const parts = content.flatMap((part) => (part.type === "text" ? [part.text] : []));
  const [, json] = /<untrusted-data[^>]*>\n([\s\S]*)\n<\/untrusted-data/.exec(parts.join("\n")) ?? [];
  return { isError, parts, text: parts.join("\n"), data: json === undefined ? {} : JSON.parse(json) };
}

/** The items of a list. */
export function itemsOf({ data }: Response): readonly { readonly [name: string]: unknown }[] {
  return data.items as readonly { readonly [name: string]: unknown }[];
}
