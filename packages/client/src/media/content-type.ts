import { withFallback } from "../with-fallback.js";
import type { MediaOperation } from "./media-operation.js";

/** Creates a decoder for the charset of a content type; undefined if the runtime does not support the charset. */
export function createDecoder(contentType: string): TextDecoder | undefined {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  return withFallback(() => new TextDecoder(charset), undefined);
}

/**
 * Why a body cannot be the one in the contract; undefined if it can. Many servers label text and bytes loosely, but
 * JSON is a message of the API and a page is one of a proxy: neither is returned as a table or a file.
 */
export function findWrongType({ responseBody, accept = "" }: MediaOperation, contentType: string): string | undefined {
  const type = contentType.split(";")[0]?.trim().toLowerCase() ?? "";
  const isOther =
    responseBody === "events"
      ? type !== accept
      : /^text\/html$|[/+]json$/.test(type) && !accept.includes(type) && !accept.includes("*");
  if (isOther) return `the body is ${/^[\w.+-]+\/[\w.+-]+$/.test(type) ? type : "of no media type"}, not ${accept}`;
  const isText = responseBody === "text" && !createDecoder(contentType);
  return isText ? "the body is in a charset that this runtime cannot read" : undefined;
}
