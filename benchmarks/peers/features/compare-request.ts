import { isDeepStrictEqual } from "node:util";
import { type FormPart, kindOf, readMultipart, type WrittenRequest } from "@serviceform/tests-contracts/differential";
import type { Feature } from "./feature.ts";

/** A request as it was sent, with its body as bytes. */
export interface SentRequest {
  readonly method: string;
  readonly url: string;
  readonly headers: Headers;
  readonly bytes: Uint8Array;
}

/** The first difference between a request and the expected one, as a server parses both; undefined for none. */
export function findDifference(
  sent: SentRequest,
  expected: WrittenRequest,
  { server, feature }: { server: string; feature: Feature },
): string | undefined {
  const { origin, pathname, search } = new URL(sent.url);
  const target = new URL(server + expected.target);
  if (origin !== target.origin) return `to \`${origin}\``;
  if (!isDeepStrictEqual(readPath(pathname), readPath(target.pathname))) return code(pathname.replace(/^\/v\d/, ""));
  if (!isDeepStrictEqual(readQuery(search, feature), readQuery(target.search, feature)))
    return code(search) || "no query";

  const headers = { ...expected.headers, ...feature.headers };
  for (const name of new Set(["authorization", "x-key", ...Object.keys(headers)])) {
    const value = sent.headers.get(name);
    if (readHeader(name, value) === readHeader(name, headers[name] ?? null)) continue;
    return value === null ? `no \`${name}\`` : code(`${name}: ${value}`);
  }
  const type = expected.headers["content-type"];
  // An empty object counts as a missing optional body.
  if (type === undefined) return ["", "{}"].includes(Buffer.from(sent.bytes).toString()) ? undefined : "a body";
  const body = readBody(sent.bytes, sent.headers.get("content-type") ?? "");
  const expectedBody = typeof expected.body === "string" ? readText(expected.body, type) : expected.body.map(readPart);
  return isDeepStrictEqual(body, expectedBody) ? undefined : `body ${describe(sent.bytes, body)}`;
}

function readPath(pathname: string): string[] {
  return pathname.split("/").map(decodeURIComponent);
}

/** Names and values, sorted by name. */
function readQuery(search: string, feature: Feature): unknown {
  const pairs = search
    .slice(1)
    .split("&")
    .map((pair) => pair.split("=").map((text) => decodeText(text, feature)));
  return pairs.sort(([one = ""], [other = ""]) => (one < other ? -1 : Number(one > other)));
}

/** Parses a form by WHATWG URL; an encoded comma differs from a separator if the feature requires it. */
function decodeText(text: string, { hasCommas }: Partial<Feature> = {}): string {
  const kept = hasCommas ? text.replaceAll(/%2c/gi, "%252C") : text;
  return decodeURIComponent(kept.replaceAll("+", " "));
}

/** Without the boundary of a form and the charset of a text. */
function readHeader(name: string, value: string | null): string | null {
  return name === "content-type" && value !== null ? (value.split(";")[0] ?? "").trim() : value;
}

function readBody(bytes: Uint8Array, contentType: string): unknown {
  if (kindOf(contentType) === "multipart") return readMultipart(bytes, contentType).map(readPart);
  return readText(Buffer.from(bytes).toString(kindOf(contentType) === "binary" ? "latin1" : "utf8"), contentType);
}

function readText(text: string, contentType: string): unknown {
  const kind = kindOf(contentType);
  if (kind === "json") return JSON.parse(text);
  return kind === "form" ? [...new URLSearchParams(text)] : text;
}

/** Only the type of files is compared: a server parses other parts by its contract. */
function readPart({ type, ...part }: FormPart): object {
  return part.filename === undefined ? part : { ...part, type };
}

function describe(bytes: Uint8Array, body: unknown): string {
  const parts = Array.isArray(body) ? body.filter((part) => typeof part?.bytes === "string") : [];
  if (parts.length === 0) return code(Buffer.from(bytes).toString("utf8"));
  return code(
    parts.map(({ name, filename, bytes: value }) => `${name}=${filename ?? JSON.stringify(value)}`).join(", "),
  );
}

/** The longest text of a cell. */
const MAX_LENGTH = 32;

function code(text: string): string {
  const short = text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH)}…` : text;
  return short === "" ? "" : `\`${short.replaceAll("|", "\\|")}\``;
}
