import type { CallToolResult, InputRequiredResult } from "@modelcontextprotocol/server";

/** The result of a tool: data, an error, or a request to the user. */
export type ToolResult = CallToolResult | InputRequiredResult;
