import type { OperationId } from "@serviceform/types";
import type { Hooks, Logger, Mismatch } from "./events.js";
import type { HeadersInput } from "./guards.js";

/** How failed attempts are repeated; a number is the `limit` alone. */
export interface RetryOptions {
  /** How many times a call is sent again at most. @default 2 */
  limit?: number;
  /** Ceiling of the first random wait in milliseconds; it doubles with every further one. @default 500 */
  baseDelayMs?: number;
  /** Ceiling of every random wait in milliseconds. @default 8_000 */
  maxDelayMs?: number;
  /** A `Retry-After` above this many milliseconds ends the call. @default 60_000 */
  maxRetryAfterMs?: number;
}

/** The function that requests go through: what of `fetch` the client uses. */
export type Fetch = (url: string, init: RequestInit) => Promise<Response>;

export interface ClientOptions {
  /** The API key, or a function that is asked for it before every attempt. @default env `SERVICEFORM_API_KEY` */
  apiKey?: string | (() => string | Promise<string>);
  /** Where the API is; a path prefix is kept. @default env `SERVICEFORM_BASE_URL`, then the server of the contract */
  baseUrl?: string;
  /** Sends the requests. @default `globalThis.fetch`, looked up at call time */
  fetch?: Fetch;
  /** Sent with every request; they cannot replace the key or the content type. */
  headers?: HeadersInput;
  /** Limit of one attempt in milliseconds, from before the key function to the last byte; in a stream: of the wait for the headers and for each chunk. @default 30_000 */
  timeoutMs?: number;
  /** Limit of the whole call in milliseconds, with all attempts and waits; in a stream up to the headers. @default 120_000 */
  totalTimeoutMs?: number;
  /** How often a failed call is sent again, or how in detail; `budget` bounds the retries of all calls together. @default 2, with a budget of 100 */
  retries?: number | (RetryOptions & { budget?: number });
  /** How many calls run at once; further ones wait in order. @default no limit */
  maxConcurrency?: number;
  /** Called when something happens; what they throw is ignored. */
  hooks?: Hooks;
  /** Told what happens; `console` fits. */
  logger?: Logger;
  /** What to do with an answer that is not what the contract says: nothing, tell the logger, or throw `ResponseError`. @default "off" */
  validate?: Validate;
  /** What `validate` works with: the `validators` of `@serviceform/client/validate`, which cost nothing unless imported. */
  validators?: Validators;
  /** Allows the key in a browser page, where every visitor can read it. @default false */
  allowBrowser?: boolean;
  /** Allows http to other hosts than loopback, where everybody on the way can read the key. @default false */
  allowInsecureHttp?: boolean;
}

export type Validate = "off" | "warn" | "throw";

/** What the client needs of validators. */
export type Validators = { readonly [Id in OperationId]: Record<"output" | "element", Check> };

interface Check {
  check(value: unknown): readonly (Omit<Mismatch, "operation"> & { readonly message: string })[];
}

export interface CallOptions {
  /** Ends the call; its `reason` is what the call throws. */
  signal?: AbortSignal;
  /** Replaces the client's `timeoutMs`. */
  timeoutMs?: number;
  /** Replaces the client's `totalTimeoutMs`. */
  totalTimeoutMs?: number;
  /** Replaces the client's `retries`, or those of its details that are given. */
  retries?: number | RetryOptions;
  /** Added to the client's `headers`. */
  headers?: HeadersInput;
  /** Replaces the client's `validate`. */
  validate?: Validate;
}
