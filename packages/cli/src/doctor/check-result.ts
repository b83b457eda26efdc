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

/** A failed check, with the message of the error and the code of its cause, such as `ECONNREFUSED`. */
export function toFailure(check: string, error: unknown): CheckResult {
  const { message, status } = Object(error) as { readonly message?: string; readonly status?: number };
  const code = findCode(Object(error).cause);
  const suffix = code === undefined ? "" : ` (${code})`;
  return {
    status: "fail",
    check,
    message: `${message ?? error}${suffix}`,
    unauthorized: status === 401 || status === 403,
  };
}

function findCode(cause: unknown): unknown {
  if (cause === undefined) return undefined;
  const { code, cause: inner } = Object(cause) as { readonly code?: unknown; readonly cause?: unknown };
  return code ?? findCode(inner);
}
