import { SAFETY_HEADERS } from "./safety-headers.js";

/** Sends data for a page; it changes all the time, so no cache may store it. */
export function sendJson(value: unknown): Response {
  return Response.json(value, { headers: { ...SAFETY_HEADERS, "cache-control": "no-store" } });
}
