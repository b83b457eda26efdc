import { Client } from "@modelcontextprotocol/client";
import { StdioClientTransport } from "@modelcontextprotocol/client/stdio";
import type { OperationId, ServerCommand } from "./mcp-servers.ts";

/** A server that is connected through the official client. */
export interface ConnectedServer extends AsyncDisposable {
  /** The tools, as the server lists them. */
  readonly tools: readonly { readonly name: string }[];
  /** Calls the tool of an operation. Resolves to the text of the response. */
  call(operationId: OperationId, input?: object): Promise<string>;
}

/** Resolves when the server has listed its tools. */
export async function connectServer({ args, env, toolOf }: ServerCommand): Promise<ConnectedServer> {
  const client = new Client({ name: "bench", version: "1.0.0" });
  const { PATH = "" } = process.env;
  const command = { command: process.execPath, args: [...args], env: { PATH, ...env }, stderr: "ignore" as const };
  await client.connect(new StdioClientTransport(command));
  const { tools } = await client.listTools();
  return {
    tools,
    async call(operationId, input = {}) {
      const { content } = await client.callTool({ name: toolOf(operationId), arguments: { ...input } });
      return content.map((part) => (part.type === "text" ? part.text : "")).join("\n");
    },
    [Symbol.asyncDispose]: () => client.close(),
  };
}
