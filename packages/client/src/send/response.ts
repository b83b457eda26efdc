import { usesSecuritySchemes } from "@serviceform/types";

/** A `fetch` of somebody else may return anything: only of what `isResponse` accepts is a status known. */
export function isResponse(value: unknown): value is Response {
  const { status, type } = (value ?? {}) as { status?: unknown; type?: unknown };
  if (type === "opaqueredirect") return true;
  return Number.isInteger(status) && (status as number) > 99 && (status as number) < 1000;
}

/** The headers of a response, also of one that a test has made by hand. */
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

/** The id that support asks for; undefined where there is none that can stand in a log line. */
export function readRequestId(headers: Headers, apiKey: string): string | undefined {
  const id = headers.get("x-request-id") ?? headers.get("request-id");
  const isClean = (text: string): boolean =>
    usesSecuritySchemes ? !apiKey.split("\n").some((key) => key !== "" && text.includes(key)) : !text.includes(apiKey);
  return id && /^[\w.:;,=+/@-]{1,200}$/.test(id) && isClean(id) ? id : undefined;
}

/** Browsers show a redirect as opaque; `redirected` tells of a `fetch` that followed one although it was told not to. */
export function isRedirect(response: Response): boolean {
  const { type, redirected, status } = response;
  if (type === "opaqueredirect" || redirected) return true;
  return status > 299 && status < 400 && headersOf(response).has("location");
}
