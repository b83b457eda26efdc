import type { OtherCredentials } from "@serviceform/types";
import type { Fetch } from "./fetch.js";
import type { HeadersInput } from "./headers.js";
import type { Hooks, Logger } from "./observers.js";
import type { ValidationMode, Validators } from "./validation.js";

/** The options of `createClient` and `createFetchClient`. */
export interface ClientOptions extends OtherCredentials {
  /** The API key, or a function that returns it and is called before every attempt. Printable ASCII without spaces at its ends. @default env `SERVICEFORM_API_KEY` */
  apiKey?: string | (() => string | Promise<string>) | undefined;
  /** Where the API is: http or https; a path prefix is kept, and credentials, a query or a fragment are rejected. @default env `SERVICEFORM_BASE_URL`, then the server of the contract */
  baseUrl?: string | undefined;
  /** Sends the requests, called with `(url, init)`. @default `globalThis.fetch`, looked up at call time */
  fetch?: Fetch | undefined;
  /** Sent with every request; they cannot replace the key, the content type or headers that frame a message. @default none */
  headers?: HeadersInput | undefined;
  /** Timeout of an attempt, in milliseconds: from before the key function to the last byte; in a stream, of the headers and of each chunk. At least 1. @default 30_000 */
  timeoutMs?: number | undefined;
  /** Timeout of the whole call, in milliseconds, with all attempts, delays and queueing; in a stream, up to the headers. At least 1. @default 120_000 */
  totalTimeoutMs?: number | undefined;
  /** How many times a failed call is retried, a whole number, or an object; `budget` limits the retries of all calls together. @default 2, with a budget of 100 */
  retries?: number | (RetryOptions & { budget?: number | undefined }) | undefined;
  /** How many calls run at once, at least 1; the others wait in order, and a retry keeps its place. @default no limit */
  maxConcurrency?: number | undefined;
  /** Called at each step of a call; what they throw is ignored. @default none */
  hooks?: Hooks | undefined;
  /** Receives each step of a call as a message and fields; `console` and winston fit. @default none */
  logger?: Logger | undefined;
  /**
   * The largest body of a success, and the largest element of a stream, in bytes after decompression. Above it:
   * `ResponseError`, not retried. A stream reads in steps of 8 KiB; an element within one is not measured. A method is
   * also limited by the largest string, 512 MiB in Node.js. Text, as of React Native, counts in characters. At least 1. @default 134_217_728
   */
  maxResponseBytes?: number | undefined;
  /** What happens when a response does not match the contract: nothing, a warning to the logger, or a `ResponseError`. @default "off" */
  validate?: ValidationMode | undefined;
  /** What `validate` uses: the `validators` of `@serviceform/client/validate`, which cost nothing unless imported. @default none */
  validators?: Validators | undefined;
  /** Allows the key in a browser page or in a React Native app, where every visitor can read it. @default false */
  dangerouslyAllowBrowser?: boolean | undefined;
  /** Allows plain http to hosts other than loopback, where anyone on the network path can read the key. @default env `SERVICEFORM_ALLOW_INSECURE_HTTP`, then `false` */
  allowInsecureHttp?: boolean | undefined;
}

/** How failed attempts are retried; a number is the `limit` alone. */
export interface RetryOptions {
  /** How many times a failed call is retried, at most; a whole number, 0 for never. @default 2 */
  limit?: number | undefined;
  /** Upper limit of the first random delay, in milliseconds; it doubles with each further one. @default 500 */
  baseDelayMs?: number | undefined;
  /** Upper limit of every random delay, in milliseconds. @default 8_000 */
  maxDelayMs?: number | undefined;
  /** A `Retry-After` above this many milliseconds ends the call. @default 60_000 */
  maxRetryAfterMs?: number | undefined;
}
