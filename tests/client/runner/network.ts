import type { Fetch } from "@serviceform/client";
import type { ScriptedResponse } from "../cases/case.ts";

/** A request as it arrived. */
export interface ReceivedRequest {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  /** Without the question mark; empty if there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** A scripted network: in memory or on sockets. */
export interface Network {
  readonly origin: string;
  readonly otherOrigin: string;
  readonly fetch: Fetch;
  readonly seen: readonly ReceivedRequest[];
  /** Requests to the other origin, to which redirects lead. */
  readonly crossOriginRequests: readonly ReceivedRequest[];
  /** Sets the responses of the next case and clears the recorded requests. */
  enqueue(responses: readonly ScriptedResponse[]): void;
  /** Bodies that the client has neither read nor cancelled. */
  openBodies(): Promise<string[]>;
  close(): Promise<void>;
}

/** The path and query of every redirect target, which must not appear in any message. */
export const REDIRECT_PATH = "/secret-target?token=secret-token";

/** The response to a request for which the case has no scripted response left. */
export const UNEXPECTED_REQUEST: ScriptedResponse = {
  status: 599,
  json: { message: "no further request is expected" },
};

const encoder: TextEncoder = new TextEncoder();

/** The chunks of a response's body as bytes, truncated where it is reset or stalls. */
export function chunksOf({ json, body = "", breaksAfter, stallsAfter }: ScriptedResponse): Uint8Array[] {
  const given = json === undefined ? body : JSON.stringify(json);
  const chunks = (typeof given === "string" || given instanceof Uint8Array ? [given] : given).map((chunk) =>
    typeof chunk === "string" ? encoder.encode(chunk) : chunk,
  );
  const end = [breaksAfter, stallsAfter].find((after) => typeof after === "number");
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
