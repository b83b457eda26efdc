import type { CallToolResult } from "@modelcontextprotocol/server";
import type { Settings } from "../options.js";
import { renderData } from "./render-data.js";

/**
 * A response that is not a record of the contract, such as a text: it has no fields whose personal data can be masked.
 */
export function renderUnnamed(toolName: string, output: unknown, settings: Settings): CallToolResult {
  if (output instanceof Uint8Array) {
    return renderText(`${toolName} succeeded. The response is a file of ${output.length} bytes, which is not shown.`);
  }
  const isHarmless = typeof output === "number" || typeof output === "boolean" || output === null;
  if (isHarmless || (settings.personal === "full" && !settings.lockdown)) return renderData(output, settings.maxBytes);
  return renderText(
    `${toolName} succeeded. The response is held back, since it can hold personal data and has no fields to mask; \
the user can start the server with --personal full and without --lockdown.`,
  );
}

function renderText(text: string): CallToolResult {
  return { content: [{ type: "text", text }] };
}
