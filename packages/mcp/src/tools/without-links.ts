import type { CallToolResult } from "@modelcontextprotocol/server";
import type { ToolResult } from "./tool-result.js";

/** The first protocol with links in results. Clients of an older one reject the whole result. */
const FIRST_WITH_LINKS = "2025-06-18";

/** The result without links, if the client's protocol lacks them; the text names the same file. */
export function withoutLinks(result: ToolResult, protocolVersion: string | undefined): ToolResult {
  const { content } = result as Partial<CallToolResult>; // A request to the user has none.
  if (content === undefined || protocolVersion === undefined || protocolVersion >= FIRST_WITH_LINKS) return result;
  return { ...result, content: content.filter(({ type }) => type !== "resource_link") };
}
