import { Buffer } from "node:buffer";
import type { Json } from "../document.ts";
import { look } from "../look.ts";
import type { OpenApi } from "../render-files.ts";
import { FileValue } from "./file-value.ts";
import { kindOf } from "./media-kind.ts";
import type { FormPart } from "./read-multipart.ts";
import type { DocumentOperation, DocumentParameter } from "./read-operations.ts";

/** A request as it arrives at a server. */
export interface WrittenRequest {
  readonly method: string;
  /** Path and query. */
  readonly target: string;
  /** The headers that depend on the operation. */
  readonly headers: Readonly<Record<string, string>>;
  readonly body: WrittenBody;
}

/** Text, the bytes of a file as characters, or the parts of a form, since any boundary is valid. */
export type WrittenBody = string | readonly FormPart[];

/** The values of an operation, by their location. */
export interface Values {
  readonly path: Json;
  readonly query: Json;
  readonly header: Json;
  /** Undefined if there is no body. */
  readonly body: unknown;
}

/** The credential of each security scheme; the one that is sent for `basic` is `user:password`. */
export const CREDENTIAL = "s3cr3t-0f-th3-scheme";

/** Writes a request by OpenAPI 3.0.4 and RFC 3986, with no code of the client. */
export function writeRequest(document: OpenApi, operation: DocumentOperation, values: Values): WrittenRequest {
  const { method, path: template, parameters, body } = operation;
  const path = template.replaceAll(/\{([^}]+)\}/g, (_, name) => [values.path[name]].flat().map(encode).join(","));
  const pairs = parameters
    .filter((parameter) => parameter.in === "query" && values.query[parameter.name] !== undefined)
    .flatMap((parameter) => writeQuery(parameter, values.query[parameter.name]));
  const headers = Object.entries(values.header).map(([name, value]) => [name.toLowerCase(), String(value)] as const);
  const access = writeCredentials(document, operation);
  const query = [...pairs, ...access.pairs].join("&");
  const hasBody = body !== undefined && values.body !== undefined;
  return {
    method,
    target: query === "" ? path : `${path}?${query}`,
    headers: {
      ...Object.fromEntries(headers),
      ...access.headers,
      ...(hasBody && { "content-type": contentTypeOf(body.mediaType) }),
    },
    body: hasBody ? writeBody(body.mediaType, values.body) : "",
  };
}

/** A range means JSON, which is in UTF-8 without saying so; the boundary of a form is not compared. */
function contentTypeOf(mediaType: string): string {
  if (kindOf(mediaType) !== "json") return mediaType;
  const isPlain = /\*|^application\/json *(?:; *charset=[^;]*)?$/i.test(mediaType);
  return isPlain ? "application/json" : mediaType;
}

function writeBody(mediaType: string, body: unknown): WrittenBody {
  const fields = Object.entries(Object(body)).filter(([, value]) => !(Array.isArray(value) && value.length === 0));
  switch (kindOf(mediaType)) {
    case "json":
      return JSON.stringify(body);
    case "form":
      return fields.flatMap(([name, value]) => writeQuery({ name, style: "form", explode: true }, value)).join("&");
    case "multipart":
      return fields.flatMap(([name, value]) => [value].flat().map((element) => writePart(name, element)));
    default:
      return body instanceof FileValue ? Buffer.from(body.bytes).toString("latin1") : String(body);
  }
}

/** OpenAPI 3.0.4, Encoding Object: a file is octets, an object JSON, and everything else text. */
function writePart(name: string, value: unknown): FormPart {
  if (value instanceof FileValue) {
    const type = value.type || "application/octet-stream";
    return { name, filename: value.name ?? "blob", type, bytes: Buffer.from(value.bytes).toString("latin1") };
  }
  const isObject = typeof value === "object" && value !== null;
  const text = isObject ? JSON.stringify(value) : String(value);
  const type = isObject ? "application/json" : undefined;
  return { name, filename: undefined, type, bytes: Buffer.from(text, "utf8").toString("latin1") };
}

function writeQuery(
  { name, style, explode }: Pick<DocumentParameter, "name" | "style" | "explode">,
  value: unknown,
): string[] {
  const key = encode(name);
  if (style === "deepObject")
    return Object.entries(Object(value)).map(([property, inner]) => `${key}%5B${encode(property)}%5D=${encode(inner)}`);
  if (Array.isArray(value) && !explode) {
    const separator = { form: ",", spaceDelimited: "%20", pipeDelimited: "%7C" }[style] ?? ",";
    return [`${key}=${value.map(encode).join(separator)}`];
  }
  if (Array.isArray(value)) return value.map((element) => `${key}=${encode(element)}`);
  return [`${key}=${encode(value)}`];
}

/** The first security requirement that needs a credential; if none does, no credential is sent. */
function writeCredentials(document: OpenApi, { security }: DocumentOperation) {
  const schemes = Object(document.components).securitySchemes as Json | undefined;
  const way = security.find((requirement) => Object.keys(requirement).length > 0) ?? {};
  const headers: Record<string, string> = {};
  const pairs: string[] = [];
  for (const name of Object.keys(way)) {
    const { type, in: place, name: key, scheme } = look(document, schemes?.[name]) as Readonly<Record<string, string>>;
    if (type === "apiKey" && place === "query") pairs.push(`${encode(key)}=${encode(CREDENTIAL)}`);
    else if (type === "apiKey") headers[String(key).toLowerCase()] = CREDENTIAL;
    else if (scheme?.toLowerCase() === "basic")
      headers.authorization = `Basic ${Buffer.from(`user:${CREDENTIAL}`).toString("base64")}`;
    else headers.authorization = `Bearer ${CREDENTIAL}`;
  }
  return { headers, pairs };
}

/** Percent-encodes all bytes but those that RFC 2396 calls unreserved. */
function encode(value: unknown): string {
  return Buffer.from(String(value), "utf8")
    .toString("latin1")
    .replaceAll(
      /[^A-Za-z0-9\-_.!~*'()]/g,
      (byte) => `%${byte.charCodeAt(0).toString(16).toUpperCase().padStart(2, "0")}`,
    );
}
