import { apiKeyHeader, securitySchemes, usesSecuritySchemes } from "@serviceform/types";
import { InvalidInput } from "../errors/invalid-input.js";

/** Headers as `fetch` takes them; `undefined` leaves one out. */
export type HeadersInput =
  | Headers
  | Iterable<readonly [string, string]>
  | { readonly [name: string]: string | undefined };

/** Headers that frame or route a message; some runtimes silently ignore these, some throw. */
const RESERVED_HEADERS = /^(content-.+|transfer-encoding|host|connection|keep-alive|upgrade|expect|te|trailer)$/;

/**
 * Returns the headers with lower-case names, repeated ones joined as in `fetch`. Throws `InvalidInput` for a header
 * that cannot be sent or must not be replaced.
 */
export function parseHeaders(input: HeadersInput): Record<string, string> {
  const headers = new Map<string, string>();
  const pairs = Symbol.iterator in input ? input : Object.entries(input).filter(([, value]) => value !== undefined);
  for (const pair of pairs) {
    const [key, value, ...more] = Array.isArray(pair) ? (pair as unknown[]) : [];
    const name = String(key).toLowerCase();
    const param = `headers.${name}`;
    const isCredential = usesSecuritySchemes ? carriesCredential(name) : name === apiKeyHeader;
    if (isCredential || RESERVED_HEADERS.test(name)) {
      throw new InvalidInput("reserved_header", param, `${param} must not be set; the client sets it`);
    }
    const isText = typeof value === "string" && /^[\t -~\x80-\xff]*$/.test(value);
    if (!/^[\w!#$%&'*+.^`|~-]+$/.test(name) || !isText || more.length > 0) {
      throw new InvalidInput("invalid_header", param, `${param} must have a valid name and value`);
    }
    const text = value.replaceAll(/^[\t ]+|[\t ]+$/g, "");
    const previous = headers.get(name);
    headers.set(name, previous === undefined ? text : `${previous}, ${text}`);
  }
  return Object.fromEntries(headers);
}

function carriesCredential(header: string): boolean {
  return Object.values(securitySchemes).some(({ kind, name }) => kind !== "query" && name === header);
}
