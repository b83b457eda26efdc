import type { MediaType } from "../openapi/document.ts";
import { essenceOf, isJson, kindOfMedia, type MediaKind } from "./media-type.ts";

/** One of the media types of a body. */
export interface Content {
  readonly type: string;
  readonly kind: MediaKind;
  readonly media: MediaType;
}

const PREFERENCE: readonly MediaKind[] = ["json", "events", "text", "binary"];

/** The media type that the client accepts, of all that a response can have: JSON if there is one. */
export function chooseContent(content: Readonly<Record<string, MediaType>>): Content | undefined {
  const all = Object.entries(content).map(([type, media]) => ({ type, kind: kindOfMedia(type), media }));
  const ranked = PREFERENCE.flatMap((kind) => all.filter((one) => one.kind === kind));
  return ranked.find(({ type }) => essenceOf(type) === "application/json") ?? ranked[0];
}

/** Its text in an `accept` header. */
export function acceptOf({ type, kind }: Content): string {
  return kind === "json" && (type.includes("*") || !isJson(type)) ? "application/json" : essenceOf(type);
}
