import type { Document, MediaType } from "../openapi/document.ts";
import { essenceOf, formOf, hasOtherCharset, isMediaType, kindOfMedia } from "./media-type.ts";
import type { Body } from "./operation.ts";
import { sharedType } from "./shared-type.ts";

/** The media type in which a body is sent. */
export interface ChosenBody {
  readonly type: string;
  readonly media: MediaType;
  readonly format: Body["format"];
}

/** The media type that the client sends, of all that an operation accepts: JSON if possible; undefined for none. */
export function chooseBody(document: Document, content: Readonly<Record<string, MediaType>>): ChosenBody | undefined {
  const all = Object.entries(content).map(([type, media]) => ({ type, media, format: formatOf(type) }));
  const json = all.find(({ type }) => essenceOf(type) === "application/json");
  const order: readonly (Body["format"] | "none")[] = [undefined, "multipart", "form", "text", "binary"];
  const [first] = order.flatMap((format) => all.filter((one) => one.format === format && isSendable(one)));
  return json ?? first ?? all.find((one) => isJsonRange(document, one));
}

function formatOf(type: string): Body["format"] {
  const kind = kindOfMedia(type);
  if (kind === "json") return undefined;
  return formOf(type) ?? (kind === "binary" ? "binary" : "text");
}

/** A range names no type to send; neither does an invalid type, and other `multipart` types have parts that no schema names. */
function isConcrete(type: string): boolean {
  const essence = essenceOf(type);
  return (
    isMediaType(type) &&
    !essence.includes("*") &&
    (!essence.startsWith("multipart/") || essence === "multipart/form-data")
  );
}

/** Whether JSON is in a range, and only JSON has the values of the schema: a text or a file could be sent as they are. */
function isJsonRange(document: Document, { type, media: { schema = {} }, format }: ChosenBody): boolean {
  const isRange = format === undefined && essenceOf(type).includes("*");
  return isRange && ["object", "array"].includes(sharedType(document, schema) ?? "");
}

/** Whether the client can send it: bytes as they are, everything else in UTF-8. */
function isSendable({ type, format }: ChosenBody): boolean {
  return isConcrete(type) && (format === "binary" || !hasOtherCharset(type));
}

/** Why no body of these media types can be sent, as a clause about its operation. */
export function describeUnsendable(types: readonly string[]): string {
  const charset = types.find((type) => isConcrete(type) && hasOtherCharset(type));
  if (types.length === 0) return "a body without a media type; add one to its content.";
  if (charset !== undefined) return `a body of ${charset}, which the client sends in UTF-8; name that charset or none.`;
  return `a body of ${types.join(", ")}, which names no media type that can be sent; name one.`;
}
