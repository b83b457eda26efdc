import type { Operation } from "@serviceform/types";

/** What reading a body depends on of its operation. */
export interface MediaOperation {
  readonly responseBody: Operation["responseBody"] | "anything";
  readonly accept?: Operation["accept"];
  readonly eventData?: Operation["eventData"];
}

/** The decoder of a text in the charset that its content type names; undefined where the runtime has none for it. */
export function createDecoder(contentType: string): TextDecoder | undefined {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s;"]+)/i.exec(contentType) ?? [];
  try {
    return new TextDecoder(charset);
  } catch {
    return undefined;
  }
}

/**
 * Why a body cannot be what the contract describes; undefined where it can. Many servers name text and bytes loosely, but
 * JSON is a message of the API and a page one of a proxy, and neither is passed on as a table or a file.
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
