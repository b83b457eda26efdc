import type { OperationId } from "@serviceform/types";
import type { Hooks, Logger, ResponseIssue } from "./events.js";
import type { HeadersInput } from "./guards.js";

/** How failed attempts are repeated; a number is the `limit` alone. */
export interface RetryOptions {
  /** How many times a failed call is sent again, at most. @default 2 */
  limit?: number | undefined;
  /** Upper limit of the first random wait, in milliseconds; it doubles with each further one. @default 500 */
  baseDelayMs?: number | undefined;
  /** Upper limit of every random wait, in milliseconds. @default 8_000 */
  maxDelayMs?: number | undefined;
  /** A `Retry-After` above this many milliseconds ends the call. @default 60_000 */
  maxRetryAfterMs?: number | undefined;
}

/** Options without those that are `undefined`, which counts as left out. */
export type Defined<Options> = { [Option in keyof Options]: Exclude<Options[Option], undefined> };

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
  body?: string;
  readonly redirect: "manual";
  readonly signal: AbortSignal;
  cache?: "no-store";
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

export interface ClientOptions {
  /** The API key, or a function that is asked for it before every attempt. @default env `SERVICEFORM_API_KEY` */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /** Where the API is; a path prefix is kept. @default env `SERVICEFORM_BASE_URL`, then the server of the contract */
  baseUrl?: string | undefined;
  /** Sends the requests. @default `globalThis.fetch`, looked up at call time */
  fetch?: Fetch | undefined;
  /** Sent with every request; they cannot replace the key or the content type. */
  headers?: HeadersInput | undefined;
  /** Limit of one attempt, in milliseconds: from before the key function to the last byte; in a stream, of the wait for the headers and for each chunk. @default 30_000 */
  timeoutMs?: number | undefined;
  /** Limit of the whole call, in milliseconds, with all attempts and waits; in a stream, up to the headers. @default 120_000 */
  totalTimeoutMs?: number | undefined;
  /** How many times a failed call is sent again, or the details; `budget` limits the retries of all calls together. @default 2, with a budget of 100 */
  retries?: number | (RetryOptions & { budget?: number | undefined }) | undefined;
  /** How many calls run at once; the others wait in order. @default no limit */
  maxConcurrency?: number | undefined;
  /** Called at each step of a call; what they throw is ignored. */
  hooks?: Hooks | undefined;
  /** Receives what happens, as a message and fields; `console` fits. */
  logger?: Logger | undefined;
  /**
   * The largest body of a success, and the largest element of a stream, in bytes after decompression. Above it:
   * `ResponseError`, not retried. A method also ends at what one string holds, 512 MiB in Node.js. @default 134_217_728
   */
  maxResponseBytes?: number | undefined;
  /** What to do with an answer that breaks the contract: nothing, warn the logger, or throw `ResponseError`. @default "off" */
  validate?: ValidationMode | undefined;
  /** What `validate` uses: the `validators` of `@serviceform/client/validate`, which cost nothing unless imported. */
  validators?: Validators | undefined;
  /** Allows the key in a browser page, where every visitor can read it. @default false */
  dangerouslyAllowBrowser?: boolean | undefined;
  /** Allows plain http to hosts other than loopback, where anyone on the way can read the key. @default false */
  allowInsecureHttp?: boolean | undefined;
}

/** What happens when a response does not match the contract. */
export type ValidationMode = "off" | "warn" | "throw";

/** What the client uses of validators. */
export type Validators = { readonly [Id in OperationId]: Record<"output" | "element", Check> };

interface Check {
  validate(value: unknown): readonly (Omit<ResponseIssue, "operation"> & { readonly message: string })[];
}

export interface CallOptions {
  /** Ends the call; its `reason` is what the call throws. */
  signal?: AbortSignal | undefined;
  /** Replaces the client's `timeoutMs`. */
  timeoutMs?: number | undefined;
  /** Replaces the client's `totalTimeoutMs`. */
  totalTimeoutMs?: number | undefined;
  /** Replaces the client's `retries`, or only the details that are given. */
  retries?: number | RetryOptions | undefined;
  /** Added to the client's `headers`. */
  headers?: HeadersInput | undefined;
  /** Replaces the client's `validate`. */
  validate?: ValidationMode | undefined;
  /** Query and body fields that the contract does not have; serialized as they are. */
  extra?: Extra | undefined;
}

export interface Extra {
  readonly query?: { readonly [name: string]: unknown } | undefined;
  readonly body?: { readonly [name: string]: unknown } | undefined;
}
