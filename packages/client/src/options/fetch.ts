import type { SentBody } from "@serviceform/types";

/**
 * The part of `fetch` that the client uses: that of any platform or library fits, and so does one that adds to the options.
 * It is generic because a compiler would reject `dispatcher` in `fetch(url, { ...init, dispatcher })` as an excess property.
 */
export type Fetch = <Init extends FetchInit>(url: string, init: Init) => Promise<ResponseLike>;

/** What the client passes to `fetch`. No property is ever `undefined`. */
export interface FetchInit {
  readonly method: string;
  readonly headers: Record<string, string>;
  /** JSON. In Deno that of a write is a `Blob`, since Deno's `fetch` may send a string twice. */
  body?: SentBody;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
  cache?: "no-store";
  /** With a stream for a body: the response may come before its end. */
  duplex?: "half";
  keepalive?: boolean;
}

/** What the client reads of a response, if it is there: `body` if that is a stream, else `text()`, else `json()`. */
export interface ResponseLike {
  readonly status: number;
  readonly ok?: boolean;
  readonly headers?: { get(name: string): string | null };
  readonly body?: unknown;
  text?(): Promise<string>;
  json?(): Promise<unknown>;
}
