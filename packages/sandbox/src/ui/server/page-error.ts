import { SAFETY_HEADERS } from "./safety-headers.js";

/** Says in a sentence why a request for the pages is not answered. */
export function pageError(status: number, message: string, headers: Readonly<Record<string, string>> = {}): Response {
  return Response.json({ message }, { status, headers: { ...SAFETY_HEADERS, ...headers } });
}
