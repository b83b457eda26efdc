import {
  apiKeyHeader,
  type Operation,
  type OperationId,
  operationTable,
  type SecurityScheme,
  security,
  securitySchemes,
  usesSecuritySchemes,
} from "@serviceform/types";

/** A credential that a request carries. */
export interface RequiredCredential extends SecurityScheme {
  /** The option of the client that takes it. */
  readonly option: string;
}

/** How each credential is sent, by its option. */
export const schemes: { readonly [option: string]: SecurityScheme } = usesSecuritySchemes
  ? securitySchemes
  : { apiKey: { kind: "header", name: apiKeyHeader } };

/**
 * The credentials of each alternative that authorizes an operation. Without an operation, those that the contract
 * requires by default.
 */
export function credentialAlternatives(id: OperationId | undefined): RequiredCredential[][] {
  const operation: Operation | undefined = id && operationTable[id];
  const alternatives = usesSecuritySchemes ? (operation?.security ?? security) : [["apiKey"]];
  return alternatives.map((options) =>
    options.flatMap((option) => {
      const scheme = schemes[option];
      return scheme ? [{ option, ...scheme }] : [];
    }),
  );
}

/** The credentials of a request for an operation: of several alternatives, the first. */
export function requiredCredentials(id: OperationId | undefined): RequiredCredential[] {
  return credentialAlternatives(id)[0] ?? [];
}

/** A URL with credentials in its query; their values are in the form of a URL. */
export function withQueryCredentials(
  url: string,
  required: readonly RequiredCredential[],
  toText: (credential: RequiredCredential) => string,
): string {
  const pairs = required
    .filter(({ kind }) => kind === "query")
    .map((credential) => `${encodeURIComponent(credential.name)}=${toText(credential)}`);
  if (pairs.length === 0) return url;
  return `${url}${url.includes("?") ? "&" : "?"}${pairs.join("&")}`;
}

/** The headers that carry a key as each of the credentials. */
export function headersWithKey(required: readonly RequiredCredential[], key: string): Record<string, string> {
  const inHeaders = required.filter(({ kind }) => kind !== "query");
  return Object.fromEntries(inHeaders.map(({ kind, name }) => [name, headerValue(kind, key)]));
}

/** The sandbox takes its key as a password with any user name. */
function headerValue(kind: SecurityScheme["kind"], key: string): string {
  if (kind === "basic") return `Basic ${btoa(`sandbox:${key}`)}`;
  return kind === "bearer" ? `Bearer ${key}` : key;
}
