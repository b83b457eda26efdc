import { look } from "../look.ts";
import type { OpenApi } from "../render-files.ts";
import { type HostileScalars, hostileValue } from "./hostile-value.ts";
import { kindOf } from "./media-kind.ts";
import type { DocumentResponse } from "./read-operations.ts";
import type { Reply } from "./recording-server.ts";

/** A response, and the result that a caller gets. */
export interface MadeResponse {
  readonly reply: Reply;
  readonly data: { readonly byMethod: unknown; readonly byPath: unknown };
  /** The `parseAs` of openapi-fetch. */
  readonly parseAs: "json" | "text" | "arrayBuffer";
}

export function makeResponse(
  document: OpenApi,
  { status, content }: DocumentResponse,
  scalars: HostileScalars,
): MadeResponse {
  const contentType = content?.mediaType;
  const withBody = (body: string | Uint8Array): Reply => ({ status, contentType, body });
  if (content === undefined) {
    return { reply: withBody(""), data: { byMethod: undefined, byPath: undefined }, parseAs: "json" };
  }
  const { text, file } = scalars;
  switch (kindOf(content.mediaType)) {
    case "text":
      return { reply: withBody(text), data: { byMethod: text, byPath: text }, parseAs: "text" };
    case "events": {
      const { body, events } = makeEvents(document, content.schema, scalars);
      return { reply: withBody(body), data: { byMethod: events, byPath: body }, parseAs: "text" };
    }
    case "json": {
      const value = hostileValue(document, content.schema, { ...scalars, file: undefined }) ?? null;
      const reply = { status, contentType: "application/json", body: JSON.stringify(value) };
      return { reply, data: { byMethod: value, byPath: value }, parseAs: "json" };
    }
    default: {
      const bytes = file?.bytes ?? new Uint8Array();
      return { reply: withBody(bytes), data: { byMethod: bytes, byPath: bytes }, parseAs: "arrayBuffer" };
    }
  }
}

/** Whether a schema is absent, or that of a text by its type or by a part. */
function isTextSchema(document: OpenApi, schema: unknown): boolean {
  const { type, allOf = [], ...others } = look(document, schema);
  if (Object.keys(others).length === 0 && type === undefined && (allOf as []).length === 0) return true;
  return type === "string" || (allOf as []).some((part) => isTextSchema(document, part));
}

/** Two events by WHATWG HTML, "server-sent events", whose data is JSON unless it is a string. */
function makeEvents(document: OpenApi, schema: unknown, scalars: HostileScalars) {
  const isText = isTextSchema(document, schema);
  const data = isText ? scalars.text.replaceAll(/\r\n?/g, "\n") : hostileValue(document, schema, scalars);
  const lines = (isText ? String(data) : JSON.stringify(data)).split("\n");
  const written = (end: string) => lines.map((line) => `data: ${line}${end}`).join("");
  const body = `: first\n\nid: 7\nevent: tick\n${written("\n")}\n${written("\r\n")}\r\n`;
  const events = [
    { event: "tick", data, id: "7" },
    { event: "message", data, id: "7" },
  ];
  return { body, events };
}
