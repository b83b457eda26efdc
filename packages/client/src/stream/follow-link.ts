import { securitySchemes, usesSecuritySchemes } from "@serviceform/types";
import type { Call } from "../request/call.js";

/** A target in angle brackets, and its parameters (RFC 8288, 3). */
const LINK = /<([^>]*)>((?:\s*;\s*[^\s=;,"<>]+(?:\s*=\s*(?:"(?:[^"\\]|\\.)*"|[^\s;,"]+))?)*)/g;
const PARAMETER = /;\s*([^\s=;,"<>]+)(?:\s*=\s*(?:"((?:[^"\\]|\\.)*)"|([^\s;,"]+)))?/g;

/** The target of the first link with the relation `next`; undefined where there is none. */
export function findNextLink(header: string): string | undefined {
  for (const [, target, text = ""] of header.matchAll(LINK)) {
    const relation = [...text.matchAll(PARAMETER)].find(([, name]) => name?.toLowerCase() === "rel");
    const types = (relation?.[2] ?? relation?.[3] ?? "").toLowerCase().split(/\s+/);
    if (types.includes("next")) return target;
  }
  return undefined;
}

/** The URL that a link leads to, which gets the key: it must be that of the call but for its query. */
export function followLink(link: string, { requestUrl }: Call): { url: string } | { problem: string } {
  const from = new URL(requestUrl);
  if (!URL.canParse(link, from.href)) return { problem: "the link to the next page is no URL" };
  const to = new URL(link, from);
  if (to.origin !== from.origin) return { problem: `the link to the next page leads to another origin, ${to.origin}` };
  if (decode(to.pathname) !== decode(from.pathname))
    return { problem: "the link to the next page leads to another path" };
  removeCredentials(to.searchParams);
  return { url: requestUrl.replace(/\?.*/, "") + to.search };
}

/** An API may repeat the URL that it was called with; the key is added to each request anew. */
function removeCredentials(query: URLSearchParams): void {
  if (!usesSecuritySchemes) return;
  for (const { kind, name } of Object.values(securitySchemes)) {
    // A deletion writes the whole query anew, so that a signature in it could break.
    if (kind === "query" && query.has(name)) query.delete(name);
  }
}

/** A path as it is compared: servers encode more or less of it than the client does. */
function decode(path: string): string {
  try {
    return decodeURIComponent(path);
  } catch {
    return path;
  }
}
