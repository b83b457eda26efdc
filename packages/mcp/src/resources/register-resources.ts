import { createRequire } from "node:module";
import {
  type McpServer,
  ProtocolError,
  ProtocolErrorCode,
  type ReadResourceResult,
  ResourceTemplate,
} from "@modelcontextprotocol/server";
import { quote } from "../input/quote.js";
import { renderData } from "../response/render-data.js";
import { describeError } from "../response/render-error.js";
import type { ToolCall } from "../tools/tool.js";
import { errorGuide } from "./error-guide.js";
import { readSpace } from "./read-space.js";

/** Registers the contract, the guide to errors, and each space. */
export function registerResources(server: McpServer, call: Pick<ToolCall, "client" | "settings">): void {
  const json = { description: "The OpenAPI document of the API.", mimeType: "application/json" };
  server.registerResource("contract", "serviceform://contract", json, ({ href }) => ({
    // Without its type: some clients read only types of text, and content without a type as text.
    contents: [{ uri: href, text: readContract() }],
  }));

  const guide = { description: "What each error means and the next step after it.", mimeType: "text/markdown" };
  server.registerResource("errors", "serviceform://errors", guide, ({ href }) => toResult(href, guide, errorGuide));

  const template = new ResourceTemplate("serviceform://spaces/{spaceId}", { list: undefined });
  const space = { description: "One space with the fields of its items, as marked data.", mimeType: "text/plain" };
  server.registerResource("space", template, space, async ({ href }, { spaceId }, { mcpReq: { signal } }) => {
    const found = await readSpace(decode(String(spaceId)), { ...call, signal }).catch((error: unknown) => {
      throw new ProtocolError(ProtocolErrorCode.InternalError, describeError(error));
    });
    if (found) return toResult(href, space, renderText(found, call.settings.maxBytes));
    throw new ProtocolError(ProtocolErrorCode.InvalidParams, `there is no space ${quote(spaceId)}; see list_spaces`);
  });
}

/** A template's variable is percent-encoded in the URI (RFC 6570). */
function decode(variable: string): string {
  try {
    return decodeURIComponent(variable);
  } catch {
    return variable;
  }
}

/** Read at the first request for it, since it has 48 kB. */
function readContract(): string {
  return JSON.stringify(createRequire(import.meta.url)("@serviceform/types/openapi.json"));
}

function toResult(uri: string, { mimeType }: { readonly mimeType: string }, text: string): ReadResourceResult {
  return { contents: [{ uri, mimeType, text }] };
}

/** The sentence and the data in one text: some clients read only the first content of a resource. */
function renderText(value: unknown, maxBytes: number): string {
  const { content } = renderData(value, maxBytes - SEPARATOR.length);
  return content.flatMap((part) => (part.type === "text" ? [part.text] : [])).join(SEPARATOR);
}

const SEPARATOR = "\n";
