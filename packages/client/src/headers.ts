import { apiKeyHeader } from "@serviceform/types";
import { ConfigurationError } from "./errors.js";

/** Headers as `fetch` takes them; `undefined` leaves one out. */
export type HeadersInput = Iterable<readonly [string, string]> | { readonly [name: string]: string | undefined };

/** What would change what is sent or how its end is found; some runtimes ignore these in silence, some throw. */
const REFUSED =
  /^(content-(type|length|encoding)|transfer-encoding|host|connection|keep-alive|upgrade|expect|te|trailer)$/;

/** Returns the headers with lower-case names. Throws `ConfigurationError`, naming the header and never showing its value. */
export function checkHeaders(given: HeadersInput): Record<string, string> {
  const checked: Record<string, string> = {};
  const entries = Symbol.iterator in given ? given : Object.entries(given);
  for (const [name, value] of entries) {
    if (value === undefined) continue;
    const key = String(name).toLowerCase();
    const refused = `headers["${String(name)}"]`;
    if (!/^[!#$%&'*+.^_`|~\w-]+$/.test(key))
      throw new ConfigurationError("headers", "have a name that is no header name");
    if (key === apiKeyHeader) throw new ConfigurationError(refused, "cannot be replaced: it carries the apiKey");
    if (REFUSED.test(key)) throw new ConfigurationError(refused, "cannot be set: the client and the runtime do");
    if (typeof value !== "string" || !/^[\t -~\x80-\xff]*$/.test(value)) {
      throw new ConfigurationError(refused, "must be a string that a header can carry");
    }
    checked[key] = value;
  }
  return checked;
}
