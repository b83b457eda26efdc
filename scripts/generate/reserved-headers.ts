/** Headers that the client or the runtime sets. */
const RESERVED =
  /^(?:content-.+|transfer-encoding|host|connection|keep-alive|upgrade|expect|te|trailer|accept|cookie|user-agent)$/;

/** Fetch Standard, "forbidden request-header". */
const FORBIDDEN =
  /^(?:accept-(?:charset|encoding)|access-control-request-.+|cookie2|date|dnt|origin|referer|set-cookie|via|(?:proxy|sec)-.*)$/;

/** Whether a header can be used for a key. */
export function isReservedHeader(name: string): boolean {
  return !isHeaderName(name) || RESERVED.test(name.toLowerCase());
}

/** Why a parameter cannot be a header, as a clause about it; undefined if it can. */
export function describeReserved(name: string): string | undefined {
  if (!isHeaderName(name)) return "a name that no header can have; use letters, digits and hyphens.";
  if (RESERVED.test(name.toLowerCase())) return "which the client sets itself; remove it.";
  if (!FORBIDDEN.test(name.toLowerCase())) return undefined;
  return "which browsers and other runtimes replace or drop; remove it, and pass it in headers where it can be sent.";
}

/** RFC 9110, 5.6.2: a token. */
function isHeaderName(name: string): boolean {
  return /^[\w!#$%&'*+.^`|~-]+$/.test(name);
}
