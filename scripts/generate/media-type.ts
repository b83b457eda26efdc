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

/** A media type that a body can have if the contract has a range; undefined if it is JSON. */
export function concreteType(mediaType: string, kind: MediaKind): string | undefined {
  if (!mediaType.includes("*")) return essenceOf(mediaType) === "application/json" ? undefined : mediaType.trim();
  if (kind === "json") return undefined;
  return kind === "text" ? "text/plain" : "application/octet-stream";
}

/** Whether a body is a form. */
export function isForm(mediaType: string): boolean {
  return ["multipart/form-data", "application/x-www-form-urlencoded"].includes(essenceOf(mediaType));
}
