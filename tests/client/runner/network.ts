import type { Fetch } from "@serviceform/client";
import type { ScriptedResponse } from "../cases/case.ts";

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Something that responses by a script: in memory or on sockets. */
export interface Network {
  readonly origin: string;
  readonly otherOrigin: string;
  /** What the client sends through. */
  readonly fetch: Fetch;
  readonly seen: readonly ReceivedRequest[];
  /** What arrived at the other origin, to which redirects lead. */
  readonly crossOriginRequests: readonly ReceivedRequest[];
  /** Takes the responses of the next case and forgets what was seen. */
  enqueue(responses: readonly ScriptedResponse[]): void;
  /** What the client has not let go of. */
  openBodies(): Promise<string[]>;
  close(): Promise<void>;
}

/** The end of every redirect: what must not appear in any message. */
export const REDIRECT_PATH = "/secret-target?token=secret-token";

/** What a request gets for which the case has no scripted left. */
export const UNEXPECTED_REQUEST: ScriptedResponse = {
  status: 599,
  json: { message: "no further request is expected" },
};

const encoder: TextEncoder = new TextEncoder();

/** The chunks of a response's body as bytes, cut off where it breaks or stalls. */
export function chunksOf({ json, body = "", breaksAfter, stallsAfter }: ScriptedResponse): Uint8Array[] {
  const given = json === undefined ? body : JSON.stringify(json);
  const chunks = (typeof given === "string" || given instanceof Uint8Array ? [given] : given).map((chunk) =>
    typeof chunk === "string" ? encoder.encode(chunk) : chunk,
  );
  const end = typeof breaksAfter === "number" ? breaksAfter : typeof stallsAfter === "number" ? stallsAfter : undefined;
  if (end === undefined) return chunks.filter(({ length }) => length > 0);
  const cut: Uint8Array[] = [];
  let left = end;
  for (const chunk of chunks) {
    cut.push(chunk.subarray(0, left));
    left -= Math.min(left, chunk.length);
  }
  return cut.filter(({ length }) => length > 0);
}

export function headersOf(
  { json, headers, redirectsTo }: ScriptedResponse,
  origins: Record<string, string>,
): Record<string, string> {
  return {
    ...(json !== undefined && { "content-type": "application/json" }),
    ...(redirectsTo && { location: `${origins[redirectsTo]}${REDIRECT_PATH}` }),
    ...headers,
  };
}
