/** How a body of a media type is written and read. */
export type MediaKind = "json" | "multipart" | "form" | "events" | "text" | "binary";

/** In the order in which a client prefers them. */
const PREFERENCE: readonly MediaKind[] = ["json", "multipart", "form", "events", "text", "binary"];

export function kindOf(mediaType: string): MediaKind {
  const essence = mediaType.split(";")[0]?.trim().toLowerCase() ?? "";
  if (/^(?:application\/(?:[^;]+\+)?json|application\/\*|\*\/\*)$/.test(essence)) return "json";
  if (essence === "multipart/form-data") return "multipart";
  if (essence === "application/x-www-form-urlencoded") return "form";
  if (essence === "text/event-stream") return "events";
  return /^text\/|[/+](?:xml|csv|(?:x-)?yaml|(?:x-)?ndjson|jsonl|json-seq|javascript)$/.test(essence)
    ? "text"
    : "binary";
}

/** The media type that is used, of those that a body can have; `application/json` comes before other JSON types. */
export function chooseMediaType(types: readonly string[]): string | undefined {
  const plain = types.find((type) => /^application\/json *(?:;|$)/i.test(type));
  return plain ?? PREFERENCE.flatMap((kind) => types.filter((type) => kindOf(type) === kind))[0];
}
