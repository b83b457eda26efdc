import type { MediaType } from "../openapi/document.ts";
import { essenceOf, kindOfMedia } from "./media-type.ts";
import type { Body } from "./operation.ts";

/** The media type in which a body is sent. */
export interface ChosenBody {
  readonly type: string;
  readonly media: MediaType;
  readonly format: Body["format"];
}

const FORMS: Readonly<Record<string, Body["format"]>> = {
  "multipart/form-data": "multipart",
  "application/x-www-form-urlencoded": "form",
};

/** The media type that the client sends, of all that an operation accepts: JSON if possible; undefined for none. */
export function chooseBody(content: Readonly<Record<string, MediaType>>): ChosenBody | undefined {
  const all = Object.entries(content).map(([type, media]) => ({ type, media, format: formatOf(type) }));
  const json = all.find(({ type }) => essenceOf(type) === "application/json");
  const order: readonly (Body["format"] | "none")[] = [undefined, "multipart", "form", "text", "binary"];
  return json ?? order.flatMap((format) => all.filter((one) => one.format === format && isConcrete(one.type)))[0];
}

function formatOf(type: string): Body["format"] {
  const kind = kindOfMedia(type);
  if (kind === "json") return undefined;
  return FORMS[essenceOf(type)] ?? (kind === "binary" ? "binary" : "text");
}

/** A range names no type to send; other `multipart` types have parts that no schema names. */
function isConcrete(type: string): boolean {
  const essence = essenceOf(type);
  return !essence.includes("*") && (!essence.startsWith("multipart/") || essence === "multipart/form-data");
}
