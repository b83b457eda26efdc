import type { Call } from "./call.js";
import { isApiError } from "./errors.js";
import type { Settled } from "./report.js";
import { headersOf } from "./response.js";

/** Statuses with which the platform builds no body (Fetch Standard, null body status). */
const WITHOUT_BODY = [204, 205, 304];

/** The engine's answer to a call: any status is a response, and anything else is thrown. */
export function toResponse({ shape, text }: Call, settled: Settled): Response {
  const { response } = settled;
  if (settled.ok) {
    const { status } = settled.response;
    return rebuild(settled.response, status < 300 ? status : 204, shape.responseBody === "none" ? "" : text);
  }
  const { error } = settled;
  if (response && isApiError(error) && error.status < 600) {
    return rebuild(response, error.status, isFalsy(text) ? JSON.stringify({ message: error.message }) : text);
  }
  // The engine takes a falsy error, such as the reason of an abort may be, for none.
  throw error || new DOMException("The call was aborted", "AbortError");
}

/** The engine hands out the body of an error as the error itself: a falsy one would pass for success. */
function isFalsy(text: string): boolean {
  try {
    return !JSON.parse(text);
  } catch {
    return text === "";
  }
}

/** A response with a body that has been read and checked already. */
function rebuild(original: Response, status: number, text: string): Response {
  const { statusText, url } = original;
  const kept = new Headers(headersOf(original));
  // They describe the bytes that came, not the text.
  for (const name of ["content-length", "content-encoding", "transfer-encoding"]) kept.delete(name);
  const hasBody = !WITHOUT_BODY.includes(status);
  const response = new Response(hasBody ? text : null, { status, statusText, headers: kept });
  // The engine reads the text of any error.
  if (!hasBody && !response.ok) Object.defineProperty(response, "text", { value: async () => text });
  return Object.defineProperty(response, "url", { value: url });
}
