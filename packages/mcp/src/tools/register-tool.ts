import type { McpServer, ServerContext, StandardSchemaWithJSON } from "@modelcontextprotocol/server";
import type { JsonSchema } from "@serviceform/types/describe";
import type { Contract } from "../contract.js";
import { readInput } from "../input/read-input.js";
import type { Input } from "../input/validate-input.js";
import { renderError } from "../response/render-error.js";
import { createConfirm } from "./confirm.js";
import { listedInputOf } from "./shorten-list.js";
import type { Tool, ToolCall } from "./tool.js";
import type { ToolResult } from "./tool-result.js";
import { withoutLinks } from "./without-links.js";

/** The parts that all calls of a server share. */
export interface Shared extends Pick<ToolCall, "client" | "settings" | "session"> {
  readonly contract: Contract;
}

/** Registers a tool. Every error in a call becomes a response that the assistant can read. */
export function registerTool(server: McpServer, tool: Tool, shared: Shared): void {
  const { name, description, annotations } = tool;
  const config = { description, inputSchema: unvalidated(listedInputOf(tool)), annotations };
  server.registerTool(name, config, async (input, context) => runTool(server, tool, input, context, shared));
}

async function runTool(
  server: McpServer,
  tool: Tool,
  args: Input,
  context: ServerContext,
  { contract, ...shared }: Shared,
): Promise<ToolResult> {
  const { signal } = context.mcpReq;
  try {
    const input = readInput(tool.input, args);
    const confirm = createConfirm(server, context, shared.session);
    const result = await tool.run(input, { ...shared, signal, confirm });
    return withoutLinks(result, server.server.getNegotiatedProtocolVersion());
  } catch (error) {
    signal.throwIfAborted();
    return renderError(error, contract);
  }
}

/**
 * A schema that is listed but validated by `readInput`: the SDK's own message does not name an unknown parameter.
 */
function unvalidated(schema: JsonSchema): StandardSchemaWithJSON<Input, Input> {
  const jsonSchema = (): Record<string, unknown> => ({ ...schema });
  return {
    "~standard": {
      version: 1,
      vendor: "serviceform",
      jsonSchema: { input: jsonSchema, output: jsonSchema },
      validate: (value) => ({ value: value as Input }),
    },
  };
}
