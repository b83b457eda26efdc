import { type Document, type MediaType, type Reference, resolve, type Schema } from "../openapi/document.ts";
import { escapePointer } from "../openapi/pointer.ts";
import type { AddIssue } from "./add-issue.ts";
import { inferredType } from "./inferred-type.ts";
import { SCALARS } from "./types-of.ts";

/** Rejects an encoding of a form that is not the default of OpenAPI 3.0, which some frameworks write out. */
export function checkEncoding(document: Document, { encoding, schema = {} }: MediaType, addIssue: AddIssue): void {
  const { properties = {} } = resolve<Schema>(document, schema);
  for (const [name, given] of Object.entries<unknown>(Object(encoding))) {
    const { contentType, style = "form", explode = true, ...others }: Record<string, unknown> = Object(given);
    const usual = defaultType(document, properties[name] ?? {});
    const field = `takes a form whose field "${name}" has the encoding`;
    const at = `/encoding/${escapePointer(name)}`;
    if (contentType !== undefined && withoutUtf8(contentType) !== usual)
      addIssue(`${field} contentType ${contentType}, which is not supported; ${adviseType(usual)}.`, at);
    if (style !== "form")
      addIssue(`${field} style ${style}, which is not supported; ${usual === JSON_TYPE ? USE_JSON : REPEATED}.`, at);
    else if (explode !== true) addIssue(`${field} explode ${explode}, which is not supported; ${REPEATED}.`, at);
    for (const key of Object.keys(others))
      if (!key.startsWith("x-")) addIssue(`${field} ${key}, which is not supported; remove it.`, at);
  }
}

export function isDefaultEncoding(document: Document, media: MediaType): boolean {
  const messages: string[] = [];
  checkEncoding(document, media, (message) => void messages.push(message));
  return messages.length === 0;
}

const JSON_TYPE = "application/json";
const USE_JSON = "take a body of JSON, or remove it to send a part of JSON in multipart";
const REPEATED = "remove it if the API also reads an array as a repeated field, or take a body of JSON";

function adviseType(usual: string | undefined): string {
  if (usual === "application/octet-stream") return "remove it: a file has the type of its Blob";
  return usual === undefined ? "remove it" : `remove it if the API also reads ${usual}`;
}

/** JSON and text are sent in UTF-8. */
function withoutUtf8(contentType: unknown): unknown {
  return typeof contentType === "string" ? contentType.replace(/\s*;\s*charset="?utf-8"?\s*$/i, "") : contentType;
}

/** The default media type of a field or, in an array, of each element (OpenAPI 3.0.3, Encoding Object). */
function defaultType(document: Document, given: Schema | Reference): string | undefined {
  const schema = resolve<Schema>(document, given);
  const type = inferredType(schema) ?? "";
  if (type === "array" && schema.items !== undefined) return defaultType(document, schema.items);
  if (type === "object") return "application/json";
  if (type === "string" && schema.format === "binary") return "application/octet-stream";
  return SCALARS.includes(type) ? "text/plain" : undefined;
}
