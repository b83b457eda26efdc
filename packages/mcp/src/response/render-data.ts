import type { CallToolResult } from "@modelcontextprotocol/server";
import { shrink } from "./shrink.js";
import { renderUntrustedData, roomForData } from "./untrusted-data.js";

export const CUT_NOTE = "Long values are cut; list tools show single fields, and the user can raise --max-bytes.";

/** The response of a tool with one document, within `maxBytes`. */
export function renderData(value: unknown, maxBytes: number, notes: readonly string[] = []): CallToolResult {
  const { json, isCut } = shrink(value, roomForData(maxBytes, [...notes, CUT_NOTE]));
  return { content: renderUntrustedData(json, isCut ? [...notes, CUT_NOTE] : notes) };
}
