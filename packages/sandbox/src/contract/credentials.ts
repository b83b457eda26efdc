import {
  apiKeyHeader,
  type OperationId,
  operationTable,
  type SecurityScheme,
  security,
  securitySchemes,
  usesSecuritySchemes,
} from "@serviceform/types";

/**
 * The keys that authorize a request for an operation, one for each alternative of the contract; `undefined` for an
 * alternative without credentials.
 */
export function readKeys(request: Request, id: OperationId): (string | undefined)[] {
  if (!usesSecuritySchemes) return presentKeys([request.headers.get(apiKeyHeader)]);
  const alternatives = operationTable[id].security ?? security;
  return alternatives.flatMap((options) => {
    if (options.length === 0) return [undefined];
    const keys = new Set(options.map((option) => readKey(request, securitySchemes[option])));
    // The credentials of one alternative must be those of one account.
    return keys.size === 1 ? presentKeys([...keys]) : [];
  });
}

/** All keys in a request, in any place. */
export function readAllKeys(request: Request): string[] {
  const schemes = usesSecuritySchemes ? Object.values(securitySchemes) : [];
  return presentKeys([
    ...(apiKeyHeader === "" ? [] : [request.headers.get(apiKeyHeader)]),
    ...schemes.map((scheme) => readKey(request, scheme)),
  ]);
}

function presentKeys(keys: readonly (string | null)[]): string[] {
  return keys.filter((key) => key !== null);
}

function readKey({ headers, url }: Request, scheme: SecurityScheme | undefined): string | null {
  if (scheme === undefined) return null;
  const { kind, name } = scheme;
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
export const credentialQueryNames: readonly string[] = Object.values(securitySchemes)
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
  const schemes = Object.values(securitySchemes);
  return header === apiKeyHeader || schemes.some(({ kind, name }) => kind !== "query" && name === header);
}
