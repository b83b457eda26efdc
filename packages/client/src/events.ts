import type { OperationId } from "@serviceform/types";
import type { AnyServiceformError } from "./errors.js";

/** What hooks and loggers receive: no body, no header, no key, no query value. Frozen. */
export interface CallEvent {
  readonly operation: OperationId;
  readonly method: string;
  /** The URL without query values. */
  readonly url: string;
  /** The number of the attempt, counted from 1. */
  readonly attempt: number;
  /** The HTTP status, if there is an answer. */
  readonly status?: number;
  /** Time since the method was called, in milliseconds. */
  readonly durationMs?: number;
  /** The wait before the next attempt, in milliseconds. */
  readonly delayMs?: number;
  /** What the attempt, or in `onError` the call, failed with. */
  readonly error?: AnyServiceformError;
}

/** Called at each step of a call; whatever they throw or reject with changes nothing. */
export interface Hooks {
  /** Before each attempt. */
  onRequest?(event: CallEvent): unknown;
  /** When the headers of an answer have arrived, whatever its status. */
  onResponse?(event: CallEvent): unknown;
  /** Before the wait that precedes another attempt. */
  onRetry?(event: CallEvent): unknown;
  /** When the call has failed for good. */
  onError?(event: CallEvent): unknown;
}

/** Where an answer breaks the contract, as `validate: "warn"` reports it. No values. */
export interface Mismatch {
  readonly operation: OperationId;
  /** A JSON pointer into the answer, or into the element of a stream. */
  readonly path: string;
  readonly expected: string;
  /** The type of what is there; `missing` where nothing is. */
  readonly got: string;
}

/** Where to write what happens. `console` fits, and so do most loggers. */
export interface Logger {
  debug?(message: string, fields: CallEvent | Mismatch): unknown;
  info?(message: string, fields: CallEvent | Mismatch): unknown;
  warn?(message: string, fields: CallEvent | Mismatch): unknown;
  error?(message: string, fields: CallEvent | Mismatch): unknown;
}
