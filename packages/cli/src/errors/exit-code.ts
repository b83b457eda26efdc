/** The exit code of a command that threw. */
export function exitCodeOf(error: unknown, signal?: AbortSignal): number {
  const { name, status }: { readonly name?: unknown; readonly status?: unknown } = Object(error);
  if (name === "ClosedPipe") return 0;
  if (signal?.aborted) return 130;
  if (name === "ApiError" && typeof status === "number") return API_STATUS[status] ?? 1;
  return (typeof name === "string" && BY_NAME[name]) || 1;
}

const API_STATUS: { readonly [status: number]: number } = { 400: 6, 401: 4, 403: 4, 404: 5, 422: 6, 429: 7 };

const BY_NAME: { readonly [name: string]: number } = {
  BusyError: 75,
  ConfigurationError: 2,
  CredentialsError: 2,
  IncompleteError: 3,
  TimeoutError: 7,
  UsageError: 2,
};
