import {
  apiKeyHeader,
  type OperationId,
  operationTable,
  type SecurityScheme,
  security,
  securitySchemes,
  usesSecuritySchemes,
} from "@serviceform/types";

/** The keys that open a way into an operation for a request; `undefined` among them stands for a way without a key. */
export function readKeys(request: Request, id: OperationId): (string | undefined)[] {
  if (!usesSecuritySchemes) return presentKeys([request.headers.get(apiKeyHeader)]);
  const ways = operationTable[id].security ?? security;
  return ways.flatMap((options) => {
    if (options.length === 0) return [undefined];
    const keys = new Set(options.map((option) => readKey(request, securitySchemes[option])));
    // The credentials of one way are those of one account.
    return keys.size === 1 ? presentKeys([...keys]) : [];
  });
}

/** Every key that a request carries, in whichever way. */
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

/** Whether a header carries a credential, which no log shows. */
export function carriesCredential(header: string): boolean {
  const schemes = Object.values(securitySchemes);
  return header === apiKeyHeader || schemes.some(({ kind, name }) => kind !== "query" && name === header);
}
