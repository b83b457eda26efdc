import { type Document, type MediaType, resolve, type Schema } from "../openapi/document.ts";
import { essenceOf, isJson, kindOfMedia, type MediaKind, withoutCharset } from "./media-type.ts";

/** One of the media types of a body. */
export interface Content {
  readonly type: string;
  readonly kind: MediaKind;
  readonly media: MediaType;
}

const PREFERENCE: readonly MediaKind[] = ["json", "events", "text", "binary"];

/** The media type that the client accepts, of all that a response can have: JSON if there is one. */
export function chooseContent(document: Document, content: Readonly<Record<string, MediaType>>): Content | undefined {
  const all = Object.entries(content).map(([type, media]) => ({ type, kind: kindOf(document, type, media), media }));
  const ranked = PREFERENCE.flatMap((kind) => all.filter((one) => one.kind === kind));
  return ranked.find(({ type }) => essenceOf(type) === "application/json") ?? ranked[0];
}

/** A range of media types can be that of a file, which only its schema tells. */
function kindOf(document: Document, type: string, { schema = {} }: MediaType): MediaKind {
  const { type: schemaType, format } = resolve<Schema>(document, schema);
  const isFile = type.includes("*") && schemaType === "string" && format === "binary";
  return isFile ? "binary" : kindOfMedia(type);
}

/** Its text in an `accept` header. */
export function acceptOf({ type, kind }: Content): string {
  if (kind === "json" && (type.includes("*") || !isJson(type))) return "application/json";
  // The media type of events is compared with that of the response.
  return kind === "events" ? essenceOf(type) : withoutCharset(type);
}
