import { apiKeyHeader } from "@serviceform/types";
import { refuse } from "./refuse.js";

/** What stands in the place of a key by mistake. */
const MISTAKEN_KEYS = {
  "in quotes": /^["'`]|["'`]$/,
  "the text of a missing value": /^(undefined|null|nan|\[object .*\])$/i,
  "a template that was not filled in": /[$#%{]\{|^(\$\(.*\)|\$[a-z_]\w*|%\w+%|<.*>)$/i,
  "behind a name or scheme": /^((bearer|basic|token):? |[\w -]*(api[-_]?key|authorization) *[:=](?!=))/i,
};

/** Returns an API key that a header can carry; refuses any other without showing it. */
export function checkKey(key: unknown): string {
  if (typeof key !== "string" || !/^[!-~]([ -~]*[!-~])?$/.test(key)) {
    refuse("apiKey", "is missing or not printable ASCII: pass it, or set SERVICEFORM_API_KEY");
  }
  for (const [what, pattern] of Object.entries(MISTAKEN_KEYS)) {
    if (pattern.test(key)) refuse("apiKey", `is ${what}: pass the key itself`);
  }
  return key;
}

/**
 * Loopback as a parsed URL has it: IPv4 in four decimal parts, IPv6 in its shortest form. No name below `localhost`, since
 * some systems ask DNS for it, and no `localhost.` either.
 */
const LOOPBACK = /^localhost$|^127(\.\d+){3}$|^\[::(1|ffff:7f[\da-f]{2}:[\da-f]+)\]$/;

/** Returns the URL that paths are appended to, without a trailing slash; refuses one that would reveal the key. */
export function checkBaseUrl(text: string, allowsInsecureHttp: () => boolean): string {
  if (!URL.canParse(text)) refuse("baseUrl", "is not a URL");
  const { protocol, hostname, username, password, href } = new URL(text);
  // In the text, since an empty query or fragment leaves no trace in the parsed URL.
  if (username || password || /[?#]/.test(text)) refuse("baseUrl", "has credentials, query or fragment");
  if (protocol !== "https:" && !(protocol === "http:" && (LOOPBACK.test(hostname) || allowsInsecureHttp()))) {
    refuse("baseUrl", "must be https, loopback, or with allowInsecureHttp");
  }
  return href.replace(/\/+$/, "");
}

/** Headers as `fetch` takes them; `undefined` leaves one out. */
export type HeadersInput =
  | Headers
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | undefined };

/** Headers that say how a body ends or where it goes; some runtimes silently ignore these, some throw. */
const FRAMING = /^(content-.+|transfer-encoding|host|connection|keep-alive|upgrade|expect|te|trailer)$/;

/**
 * Returns the headers with lower-case names, one that is given twice combined as `fetch` does; refuses, by name, one that
 * cannot be sent or must not be replaced.
 */
export function checkHeaders(given: HeadersInput): Record<string, string> {
  const headers = new Map<string, string>();
  const pairs = Symbol.iterator in given ? given : Object.entries(given).filter(([, value]) => value !== undefined);
  for (const pair of pairs) {
    const [key, value, ...more] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const name = String(key).toLowerCase();
    if (name === apiKeyHeader || FRAMING.test(name)) refuse(`headers.${name}`, "must not be set");
    const isText = typeof value === "string" && /^[\t -~\x80-\xff]*$/.test(value);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !isText || more.length > 0) {
      refuse(`headers.${name}`, "is not a valid header");
    }
    const text = value.replaceAll(/^[\t ]+|[\t ]+$/g, "");
    const before = headers.get(name);
    headers.set(name, before === undefined ? text : `${before}, ${text}`);
  }
  return Object.fromEntries(headers);
}
