import { SAFETY_HEADERS } from "./safety-headers.js";

/** Sends what a page draws; it changes all the time, so that no cache keeps it. */
export function sendJson(value: unknown): Response {
  return Response.json(value, { headers: { ...SAFETY_HEADERS, "cache-control": "no-store" } });
}
