/**
 * Whether a page of another origin sent a request. Reads the header that browsers add and scripts cannot change, or the
 * origin for browsers without that header.
 */
export function isCrossOrigin({ headers, url }: Request): boolean {
  const site = headers.get("sec-fetch-site");
  if (site !== null && site !== "same-origin" && site !== "none") return true;
  const origin = headers.get("origin");
  if (origin === null) return false;
  // The scheme may differ behind a proxy that terminates TLS.
  return !URL.canParse(origin) || new URL(origin).host !== new URL(url).host;
}
