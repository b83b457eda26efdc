import type { CallToolResult } from "@modelcontextprotocol/server";
import { invokeOperation } from "@serviceform/records/client-methods";
import type { Contract } from "../contract.js";
import type { Input } from "../input/validate-input.js";
import { outputSchemaOf } from "../record/output-schema-of.js";
import { viewRecord } from "../record/view-record.js";
import { renderData } from "../response/render-data.js";
import { renderUnnamed } from "../response/render-unnamed.js";
import { type ToolCall, toToolName } from "./tool.js";

/** Calls an operation that returns a record, another value, or nothing. */
export async function runOperation(
  contract: Contract,
  operationId: string,
  input: Input,
  { client, settings, signal }: ToolCall,
): Promise<CallToolResult> {
  const output = await invokeOperation(client, operationId, input, { signal });
  const name = outputSchemaOf(contract, operationId);
  const toolName = toToolName(operationId);
  if (output === undefined) return { content: [{ type: "text", text: `${toolName} succeeded.` }] };
  if (name === undefined) return renderUnnamed(toolName, output, settings);
  return renderData(viewRecord(contract.schemas, name, output as Input, settings), settings.maxBytes);
}
