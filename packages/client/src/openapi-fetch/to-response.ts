import { usesBinary, usesEvents } from "@serviceform/types";
import { isApiError } from "../errors/guards.js";
import type { Call } from "../request/call.js";
import type { CallResult } from "../send/call-result.js";
import type { Download } from "../send/open-download.js";
import { headersOf } from "../send/response.js";
import { withFallback } from "../with-fallback.js";

/** Converts a result for openapi-fetch: any status becomes a response, any other failure is thrown. */
export function toResponse({ operation }: Call, result: CallResult): Response {
  const { text } = result;
  if (result.ok) {
    const { status } = result.response;
    if (usesEvents && operation.responseBody === "events")
      return rebuildResponse(result.response, status, toStream(result.data as Download));
    if (usesBinary && operation.responseBody === "binary")
      return rebuildResponse(result.response, status, result.data as Uint8Array<ArrayBuffer>);
    return rebuildResponse(result.response, status < 300 ? status : 204, operation.responseBody === "none" ? "" : text);
  }

  const { error, response } = result;
  // A response of the platform has a status from 200 to 599.
  if (response && isApiError(error) && error.status > 199 && error.status < 600) {
    return rebuildResponse(response, error.status, isFalsy(text) ? JSON.stringify({ message: error.message }) : text);
  }
  // openapi-fetch ignores a falsy error, such as the reason of an abort can be.
  throw error || new DOMException("The call was aborted", "AbortError");
}

/** openapi-fetch returns the body of an error as the error: a falsy one would count as success. */
function isFalsy(text: string): boolean {
  return withFallback(() => !JSON.parse(text), text === "");
}

/** Statuses for which the platform rejects a body (Fetch Standard, null body status). */
const NULL_BODY_STATUSES = [204, 205, 304];

/** Builds a response with a body that has already been read and validated. */
function rebuildResponse(original: Response, status: number, text: BodyInit | undefined): Response {
  const { statusText, url } = original;
  // Hand-made headers are left out if they have `get` only, or invalid names.
  const headers = withFallback(() => new Headers([...headersOf(original)]), new Headers());
  // These headers describe the bytes of the original body, not the text.
  for (const name of ["content-length", "content-encoding", "transfer-encoding"]) headers.delete(name);
  const hasBody = !NULL_BODY_STATUSES.includes(status);
  const response = new Response(hasBody ? text : null, { status, headers });
  // openapi-fetch reads the text of every error.
  if (!hasBody && !response.ok) Object.defineProperty(response, "text", { value: async () => text });
  // The constructor rejects a `statusText` that is no Latin-1, but servers may send one.
  return Object.defineProperties(response, { url: { value: url }, statusText: { value: statusText } });
}

/** Returns the rest of a download as a stream, which its reader can cancel. */
function toStream({ first, read, cancel }: Download): ReadableStream<Uint8Array> {
  let next = first;
  return new ReadableStream<Uint8Array>(
    {
      async pull(controller) {
        if (next) controller.enqueue(next);
        next = await read();
        if (!next) controller.close();
      },
      cancel,
    },
    { highWaterMark: 0 },
  );
}
