import { apiKeyHeader } from "@serviceform/types";
import { InvalidInput } from "./invalid-input.js";

/** What stands in the place of a key by mistake. */
const MISTAKEN_KEYS = {
  "a value in quotes": /^["'`]|["'`]$/,
  "the text of a missing value": /^(undefined|null|nan|\[object .*\])$/i,
  "a template that was not filled in": /[$#%{]\{|^(\$\(.*\)|\$[a-z_]\w*|%\w+%|<.*>)$/i,
  "a value behind a name or scheme": /^((bearer|basic|token):? |[\w -]*(api[-_]?key|authorization) *[:=](?!=))/i,
};

/** Returns an API key that a header can carry. Throws `InvalidInput`, which does not show it. */
export function parseApiKey(key: unknown): string {
  if (key === undefined || key === null || key === "") {
    throw new InvalidInput("missing_api_key", "apiKey", "apiKey is required; pass it or set SERVICEFORM_API_KEY");
  }
  if (typeof key !== "string" || !/^[!-~]([ -~]*[!-~])?$/.test(key)) {
    const message = "apiKey must be printable ASCII without spaces at its ends; copy it again";
    throw new InvalidInput("invalid_api_key", "apiKey", message);
  }
  for (const [mistake, pattern] of Object.entries(MISTAKEN_KEYS)) {
    if (!pattern.test(key)) continue;
    throw new InvalidInput("invalid_api_key", "apiKey", `apiKey must be the key alone, not ${mistake}`);
  }
  return key;
}

/**
 * Loopback as a parsed URL has it: IPv4 in four decimal parts, IPv6 in its shortest form. No name below `localhost`, since
 * some systems ask DNS for it, and no `localhost.` either.
 */
const LOOPBACK = /^localhost$|^127(\.\d+){3}$|^\[::(1|ffff:7f[\da-f]{2}:[\da-f]+)\]$/;

/** Returns the URL that paths are appended to, without a trailing slash. Throws `InvalidInput`. */
export function parseBaseUrl(text: string, allowsInsecureHttp: () => boolean): string {
  if (!URL.canParse(text)) {
    throw new InvalidInput("invalid_base_url", "baseUrl", "baseUrl must be an absolute URL");
  }
  const { protocol, hostname, username, password, href } = new URL(text);
  // In the text, since an empty query or fragment leaves no trace in the parsed URL.
  if (username || password || /[?#]/.test(text)) {
    throw new InvalidInput("invalid_base_url", "baseUrl", "baseUrl must have no credentials, query or fragment");
  }
  const isAllowed = protocol === "http:" && (LOOPBACK.test(hostname) || allowsInsecureHttp());
  if (protocol !== "https:" && !isAllowed) {
    const message = "baseUrl must use https; plain http needs a loopback host or allowInsecureHttp";
    throw new InvalidInput("insecure_base_url", "baseUrl", message);
  }
  return href.replace(/\/+$/, "");
}

/** Headers as `fetch` takes them; `undefined` leaves one out. */
export type HeadersInput =
  | Headers
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | undefined };

/** Headers that say how a body ends or where it goes; some runtimes silently ignore these, some throw. */
const RESERVED_HEADERS = /^(content-.+|transfer-encoding|host|connection|keep-alive|upgrade|expect|te|trailer)$/;

/**
 * Returns the headers with lower-case names, one that is given twice combined as `fetch` does. Throws `InvalidInput` for
 * one that cannot be sent or must not be replaced.
 */
export function parseHeaders(input: HeadersInput): Record<string, string> {
  const headers = new Map<string, string>();
  const pairs = Symbol.iterator in input ? input : Object.entries(input).filter(([, value]) => value !== undefined);
  for (const pair of pairs) {
    const [key, value, ...more] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const name = String(key).toLowerCase();
    const param = `headers.${name}`;
    if (name === apiKeyHeader || RESERVED_HEADERS.test(name)) {
      throw new InvalidInput("reserved_header", param, `${param} must not be set; the client sets it`);
    }
    const isText = typeof value === "string" && /^[\t -~\x80-\xff]*$/.test(value);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !isText || more.length > 0) {
      throw new InvalidInput("invalid_header", param, `${param} must be a valid header name with a valid value`);
    }
    const text = value.replaceAll(/^[\t ]+|[\t ]+$/g, "");
    const before = headers.get(name);
    headers.set(name, before === undefined ? text : `${before}, ${text}`);
  }
  return Object.fromEntries(headers);
}
