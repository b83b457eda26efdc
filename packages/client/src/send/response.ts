import { createRedact } from "./redact.js";

/**
 * Whether a value is a response: a custom `fetch` may return anything, and only a value that passes has a known status.
 */
export function isResponse(value: unknown): value is Response {
  const { status, type } = (value ?? {}) as { status?: unknown; type?: unknown };
  if (type === "opaqueredirect") return true;
  return Number.isInteger(status) && (status as number) > 99 && (status as number) < 1000;
}

/** The headers of a response, or of an object that a test uses as one. */
export function headersOf(response: Response): Headers {
  const { headers } = response as { headers?: HeadersInit };
  if (typeof (headers as Headers | undefined)?.get === "function") return headers as Headers;
  try {
    return new Headers(headers);
  } catch {
    return new Headers();
  }
}

export function contentTypeOf(response: Response): string {
  return headersOf(response).get("content-type") ?? "";
}

/** The ID for support requests; undefined if there is none that is safe in a log line. */
export function readRequestId(headers: Headers, apiKeys: string): string | undefined {
  const id = `${headers.get("x-request-id") ?? headers.get("request-id") ?? ""}`;
  return /^[\w.:;,=+/@-]{1,200}$/.test(id) && createRedact(apiKeys, "")(id, 200) === id ? id : undefined;
}

/** Browsers show a redirect as opaque; `redirected` reveals a `fetch` that followed one against its options. */
export function isRedirect(response: Response): boolean {
  const { type, redirected, status } = response;
  if (type === "opaqueredirect" || redirected) return true;
  return status > 299 && status < 400 && typeof headersOf(response).get("location") === "string";
}
