import { apiKeyHeader } from "@serviceform/types";
import { refuse } from "./refuse.js";

/** Returns an API key that a header can carry; refuses any other without showing it. */
export function checkKey(key: unknown): string {
  if (typeof key !== "string" || !/^[!-~]([ -~]*[!-~])?$/.test(key)) {
    refuse("apiKey", "is missing or not printable ASCII: pass it, or set SERVICEFORM_API_KEY");
  }
  return key;
}

/** Hosts as a parsed URL has them: IPv4 in four decimal parts, IPv6 in its shortest form. */
const LOOPBACK = /^(.+\.)?localhost$|^127(\.\d+){3}$|^\[::1\]$/;

/** Returns the URL that paths are appended to, without a trailing slash; refuses one that would reveal the key. */
export function checkBaseUrl(text: string, allowInsecureHttp: boolean | undefined): string {
  if (!URL.canParse(text)) refuse("baseUrl", "is not a URL");
  const { protocol, hostname, username, password, href } = new URL(text);
  // In the text, since an empty query or fragment leaves no trace in the parsed URL.
  if (username || password || /[?#]/.test(text)) refuse("baseUrl", "has credentials, query or fragment");
  if (protocol !== "https:" && !(protocol === "http:" && (allowInsecureHttp || LOOPBACK.test(hostname)))) {
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

/** Returns the headers with lower-case names; refuses, by name, one that cannot be sent or must not be replaced. */
export function checkHeaders(given: HeadersInput): Record<string, string> {
  const headers: Record<string, string> = {};
  const pairs = Symbol.iterator in given ? given : Object.entries(given).filter(([, value]) => value !== undefined);
  for (const pair of pairs) {
    const [key, value] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const name = String(key).toLowerCase();
    if (name === apiKeyHeader || FRAMING.test(name)) refuse(`headers.${name}`, "must not be set");
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || typeof value !== "string" || !/^[\t -~\x80-\xff]*$/.test(value)) {
      refuse(`headers.${name}`, "is not a valid header");
    }
    headers[name] = value;
  }
  return headers;
}
