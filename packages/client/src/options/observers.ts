import type { OperationId } from "@serviceform/types";
import type { AnyServiceformError } from "../errors/errors.js";

/** What hooks and loggers receive: no body, no header, no key, no query value. Frozen. */
export interface CallEvent {
  /** The operation, or `"request"` for a call of `client.request`. */
  readonly operation: OperationId | "request";
  /** The HTTP method. */
  readonly method: string;
  /** The URL without query values. */
  readonly url: string;
  /** The number of the attempt, counted from 1; 0 if the call failed before a request was sent. */
  readonly attempt: number;
  /** The HTTP status, if there is a response. */
  readonly status?: number;
  /** Time since the method was called, in milliseconds. */
  readonly durationMs?: number;
  /** In `onRetry`: the delay before the next attempt, in milliseconds. */
  readonly delayMs?: number;
  /** The `x-request-id` or `request-id` of the response, if it has one. */
  readonly requestId?: string;
  /**
   * The error of the attempt, or in `onError` of the call. It is a copy: changing it does not change the error that is
   * thrown. In `onRetry` it has the status but no body, since the body is not read before a retry.
   */
  readonly error?: AnyServiceformError;
}

/**
 * The type of an observer. Declared as a method, so that a function with narrower parameters is accepted, as for
 * `console`.
 */
type Observer<Parameters extends unknown[]> = { notify(...parameters: Parameters): unknown }["notify"];

/** Called at each step of a call; whatever they throw or reject with changes nothing. */
export interface Hooks {
  /** Before each attempt. */
  onRequest?: Observer<[event: CallEvent]> | undefined;
  /** When the headers of a response have arrived, whatever its status. */
  onResponse?: Observer<[event: CallEvent]> | undefined;
  /** Before the delay of a retry. */
  onRetry?: Observer<[event: CallEvent]> | undefined;
  /** When the call has failed and no retry is left. */
  onError?: Observer<[event: CallEvent]> | undefined;
}

/** Where a response does not match the contract, as `validate: "warn"` reports it. No values. */
export interface ResponseIssue {
  readonly operation: OperationId;
  /** A JSON pointer into the response, or into the element of a stream. */
  readonly path: string;
  readonly expected: string;
  /** The type of the value; `missing` if there is none. */
  readonly received: string;
}

/** Where the client logs: a whole sentence, then its fields. `console` fits, and so do most loggers. */
export interface Logger {
  debug?: Observer<[message: string, fields: CallEvent | ResponseIssue]> | undefined;
  info?: Observer<[message: string, fields: CallEvent | ResponseIssue]> | undefined;
  warn?: Observer<[message: string, fields: CallEvent | ResponseIssue]> | undefined;
  error?: Observer<[message: string, fields: CallEvent | ResponseIssue]> | undefined;
}
