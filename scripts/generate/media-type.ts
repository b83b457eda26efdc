/** How a body is parsed and serialized. */
export type MediaKind = "json" | "text" | "events" | "binary";

/** `application/json`, with parameters or not, a type that ends in `+json`, and ranges that JSON is in. */
export function isJson(mediaType: string): boolean {
  return /^(?:application\/(?:[\w.!#$&^-]+\+)?json|application\/\*|\*\/\*)$/i.test(essenceOf(mediaType));
}

/** Without parameters, in lower case. */
export function essenceOf(mediaType: string): string {
  return mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
}

export function kindOfMedia(mediaType: string): MediaKind {
  const essence = essenceOf(mediaType);
  if (isJson(essence)) return "json";
  if (essence === "text/event-stream") return "events";
  return /^text\/|[/+](?:xml|yaml|csv|x-yaml|x-ndjson|ndjson|jsonl|json-seq|javascript)$/.test(essence)
    ? "text"
    : "binary";
}

/** Whether it names a charset other than UTF-8, in which every text is written. */
export function hasOtherCharset(mediaType: string): boolean {
  const [, charset = "utf-8"] = /;\s*charset\s*=\s*"?([^\s";]*)/i.exec(mediaType) ?? [];
  return !["utf-8", "utf8"].includes(charset.toLowerCase());
}

/** Without its charset, which is UTF-8 wherever the client or the sandbox write a text. */
export function withoutCharset(mediaType: string): string {
  return mediaType.replaceAll(/\s*;\s*charset\s*=\s*(?:"[^"]*"|[^;]*)/gi, "").trim();
}

/** The media type of a body as it is sent; undefined if that is `application/json` without parameters. */
export function sentType(mediaType: string): string | undefined {
  if (essenceOf(mediaType) !== "application/json") return mediaType.trim();
  const written = withoutCharset(mediaType);
  return written.toLowerCase() === "application/json" ? undefined : written;
}

/** Whether it has the form of a media type or a range (RFC 9110, 8.3.1 and 12.5.1), with parameters or not. */
export function isMediaType(text: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+\/[\w!#$%&'*+.^`|~-]+\s*(?:;(?:"[^"]*"|[^",])*)?$/.test(text.trim());
}

/** The media type of a body in UTF-8, also for a range; undefined if that is `application/json` without parameters. */
export function concreteType(mediaType: string, kind: MediaKind): string | undefined {
  const isOther = kind !== "binary" && hasOtherCharset(mediaType);
  if (!mediaType.includes("*")) return sentType(isOther ? withoutCharset(mediaType) : mediaType);
  if (kind === "json") return undefined;
  return kind === "text" ? "text/plain" : "application/octet-stream";
}

const FORMS: Readonly<Record<string, "multipart" | "form">> = {
  "multipart/form-data": "multipart",
  "application/x-www-form-urlencoded": "form",
};

/** The kind of a form; undefined for another body. */
export function formOf(mediaType: string): "multipart" | "form" | undefined {
  return FORMS[essenceOf(mediaType)];
}
