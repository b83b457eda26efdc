import { securitySchemes, usesSecuritySchemes } from "@serviceform/types";
import { ContractViolation } from "../errors/contract-violation.js";
import { parseUrl } from "../parse-url.js";
import type { Call } from "../request/call.js";
import { withFallback } from "../with-fallback.js";

/** A URL in angle brackets, and its parameters (RFC 8288, 3). No URL has a `<`, of which a header can have many. */
const LINK = /<([^<>]*)>((?:\s*;\s*[^\s=;,"<>]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)/g;
const PARAMETER = /;\s*([^\s=;,"<>]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g;

/** The URL of the first link with the relation `next`; undefined if there is none. */
export function findNextLink(header: string): string | undefined {
  for (const [, target, text = ""] of header.matchAll(LINK)) {
    const relation = [...text.matchAll(PARAMETER)].find(([, name]) => name?.toLowerCase() === "rel");
    const types = (relation?.[2] ?? relation?.[3])?.toLowerCase().split(/\s/);
    if (types?.includes("next")) return target;
  }
  return undefined;
}

/**
 * Resolves a link. The request to its URL gets the key, so it must be the URL of the call, except for the query. Throws
 * `ContractViolation` for another.
 */
export function followLink(link: string, { requestUrl }: Call): string {
  const from = new URL(requestUrl);
  const to = parseUrl(link, from.href);
  if (!to) throw new ContractViolation("the link to the next page is no URL");
  if (to.origin !== from.origin) {
    throw new ContractViolation(`the link to the next page leads to another origin, ${to.origin}`);
  }
  if (decode(to.pathname) !== decode(from.pathname)) {
    throw new ContractViolation("the link to the next page leads to another path");
  }
  removeCredentials(to.searchParams);
  return requestUrl.replace(/\?.*/, "") + to.search;
}

/** An API may repeat the URL of the request; the key is added to each request again. */
function removeCredentials(query: URLSearchParams): void {
  if (!usesSecuritySchemes) return;
  for (const { kind, name } of Object.values(securitySchemes)) {
    // A deletion serializes the whole query again, which could break a signature in it.
    if (kind === "query" && query.has(name)) query.delete(name);
  }
}

/** Decodes a path for comparison: servers encode more or fewer characters than the client. */
function decode(path: string): string {
  return withFallback(() => decodeURIComponent(path), path);
}
