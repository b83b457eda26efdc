import type { Fetch } from "@serviceform/client";
import type { Answer } from "../cases/case.ts";

/** A request as it arrived. */
export interface SeenRequest {
  readonly origin: string;
  readonly method: string;
  readonly path: string;
  /** Without the question mark; empty where there is none. */
  readonly query: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
}

/** Something that answers by a script: in memory or on sockets. */
export interface Network {
  readonly origin: string;
  readonly otherOrigin: string;
  /** What the client sends through. */
  readonly fetch: Fetch;
  readonly seen: readonly SeenRequest[];
  /** What arrived at the other origin, to which redirects lead. */
  readonly strangerSaw: readonly SeenRequest[];
  /** Takes the answers of the next case and forgets what was seen. */
  play(answers: readonly Answer[]): void;
  /** What the client has not let go of. */
  leftovers(): Promise<string[]>;
  close(): Promise<void>;
}

/** The end of every redirect: what must not appear in any message. */
export const REDIRECT_PATH = "/secret-target?token=secret-token";

/** What a request gets for which the case has no answer left. */
export const UNSCRIPTED: Answer = { status: 599, json: { message: "no further request is expected" } };

const encoder: TextEncoder = new TextEncoder();

/** The pieces of an answer's body as bytes, cut off where it breaks or stalls. */
export function piecesOf({ json, body = "", breaksAfter, stallsAfter }: Answer): Uint8Array[] {
  const given = json === undefined ? body : JSON.stringify(json);
  const pieces = (typeof given === "string" || given instanceof Uint8Array ? [given] : given).map((piece) =>
    typeof piece === "string" ? encoder.encode(piece) : piece,
  );
  const end = typeof breaksAfter === "number" ? breaksAfter : typeof stallsAfter === "number" ? stallsAfter : undefined;
  if (end === undefined) return pieces.filter(({ length }) => length > 0);
  const cut: Uint8Array[] = [];
  let left = end;
  for (const piece of pieces) {
    cut.push(piece.subarray(0, left));
    left -= Math.min(left, piece.length);
  }
  return cut.filter(({ length }) => length > 0);
}

export function headersOf(
  { json, headers, redirectsTo }: Answer,
  origins: Record<string, string>,
): Record<string, string> {
  return {
    ...(json !== undefined && { "content-type": "application/json" }),
    ...(redirectsTo && { location: `${origins[redirectsTo]}${REDIRECT_PATH}` }),
    ...headers,
  };
}
