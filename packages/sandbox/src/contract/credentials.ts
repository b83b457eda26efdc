import type { OperationId, SecurityScheme } from "@serviceform/types";
import { credentialAlternatives, schemes } from "./required-credentials.js";

/**
 * The keys that authorize a request for an operation, one for each alternative of the contract; `undefined` for an
 * alternative without credentials.
 */
export function readKeys(request: Request, id: OperationId): (string | undefined)[] {
  return credentialAlternatives(id).flatMap((credentials) => {
    if (credentials.length === 0) return [undefined];
    const keys = new Set(credentials.map((credential) => readKey(request, credential)));
    // The credentials of one alternative must be those of one account.
    return keys.size === 1 ? presentKeys([...keys]) : [];
  });
}

/** All keys in a request, in any place. */
export function readAllKeys(request: Request): string[] {
  return presentKeys(Object.values(schemes).map((scheme) => readKey(request, scheme)));
}

function presentKeys(keys: readonly (string | null)[]): string[] {
  return keys.filter((key) => key !== null);
}

function readKey({ headers, url }: Request, { kind, name }: SecurityScheme): string | null {
  if (kind === "query") return new URL(url).searchParams.get(name);
  if (kind === "header") return headers.get(name);
  const [type = "", text = ""] = (headers.get(name) ?? "").split(" ");
  if (type.toLowerCase() !== kind) return null;
  return kind === "bearer" ? text : decodePassword(text);
}

/** The password of `basic` authentication (RFC 7617). */
function decodePassword(text: string): string | null {
  try {
    const credentials = atob(text);
    return credentials.includes(":") ? credentials.slice(credentials.indexOf(":") + 1) : null;
  } catch {
    return null;
  }
}

/** The query parameters that carry a credential. */
export const credentialQueryNames: readonly string[] = Object.values(schemes)
  .filter(({ kind }) => kind === "query")
  .map(({ name }) => name);

/** A URL without its credentials, which the log must not contain. */
export function withoutCredentials(url: string): string {
  const [beforeQuery = "", query] = url.split(/\?(.*)/s);
  if (query === undefined || credentialQueryNames.length === 0) return url;
  const kept = query
    .split("&")
    .filter((part) => !credentialQueryNames.some((name) => new URLSearchParams(part).has(name)));
  return kept.length === 0 ? beforeQuery : `${beforeQuery}?${kept.join("&")}`;
}

/** Whether a header carries a credential, which the log must not contain. */
export function carriesCredential(header: string): boolean {
  return Object.values(schemes).some(({ kind, name }) => kind !== "query" && name === header);
}
