/** The result of one check of `doctor`. */
export interface CheckResult {
  readonly status: "ok" | "warn" | "fail";
  /** The name of the check, such as `clock`. */
  readonly check: string;
  /** A sentence without the key and without values of records. */
  readonly message: string;
  /** Whether the API rejected the key. */
  readonly unauthorized?: boolean;
}

/** OpenSSL's codes for an authority that is not trusted. */
const UNTRUSTED_AUTHORITY = /^(SELF_SIGNED_CERT|DEPTH_ZERO_SELF_SIGNED|UNABLE_TO_(GET_ISSUER|VERIFY))/;

/** A failed check, with the message of the error, the code of its cause, such as `ECONNREFUSED`, and a fix if it is known. */
export function toFailure(check: string, error: unknown): CheckResult {
  const { message, status } = Object(error) as { readonly message?: string; readonly status?: number };
  const text = message ?? String(error);
  const code = findCode(Object(error).cause);
  const suffix = code === undefined || text.includes(`(${code})`) ? "" : ` (${code})`;
  const isUntrusted = UNTRUSTED_AUTHORITY.test(String(code));
  const advice = isUntrusted ? "; set NODE_EXTRA_CA_CERTS to the certificate of your authority, in PEM" : "";
  return {
    status: "fail",
    check,
    message: `${text}${suffix}${advice}`,
    unauthorized: status === 401 || status === 403,
  };
}

function findCode(cause: unknown): unknown {
  if (cause === undefined) return undefined;
  const { code, cause: inner } = Object(cause) as { readonly code?: unknown; readonly cause?: unknown };
  return code ?? findCode(inner);
}
