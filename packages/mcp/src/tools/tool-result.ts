import type { CallToolResult, InputRequiredResult } from "@modelcontextprotocol/server";

/** What a tool responds with: data, an error, or a request to the user. */
export type ToolResult = CallToolResult | InputRequiredResult;
