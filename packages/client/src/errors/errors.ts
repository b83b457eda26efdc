import type { OperationId } from "@serviceform/types";
import { BRAND } from "./brand.js";
import type { CallInfo } from "./call-info.js";
import type { ConfigurationErrorCode } from "./configuration-error-code.js";
import { defineHidden, REPLACEABLE } from "./replaceable.js";
import type { SuccessStatus } from "./statuses.js";

/** The page that explains each error, with a section for each class and each code. */
const ERRORS_PAGE = "https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md";

/** The base of all errors of this client. */
export class ServiceformError extends Error {
  declare readonly name: string;
  /** The HTTP status; undefined if no response arrived. */
  declare readonly status: number | undefined;
  /** The operation, or `"request"`; undefined for an error of `createClient` itself. */
  declare readonly operation: OperationId | "request" | undefined;
  declare readonly method: string | undefined;
  /** The URL without query values. */
  declare readonly url: string | undefined;
  /** How many attempts were made; one that ended before its request was sent does not count. */
  declare readonly attempts: number;
  /** Time since the method was called, in milliseconds. */
  declare readonly durationMs: number;
  /** True when the API may have applied a write although the call failed. */
  declare readonly mayHaveSucceeded: boolean;
  /** The `x-request-id` of the last attempt, to include when you contact support; undefined if there was none. */
  declare readonly requestId: string | undefined;

  /** The call is appended to the message. `enumerable` properties appear in logs, the others do not. */
  constructor(message: string, call: Partial<CallInfo> = {}, enumerable?: object, nonEnumerable: object = {}) {
    const { operation, method, url } = call;
    super(operation ? `${message}: ${operation} ${method} ${url}` : message);
    const defaults = { status: undefined, operation, method, url, attempts: 0, durationMs: 0, mayHaveSucceeded: false };
    Object.assign(this, defaults, call, enumerable);
    defineHidden(this, nonEnumerable);
  }

  /** The URL of the section that explains the error and its fix. Not enumerable. */
  get docsUrl(): string {
    return `${ERRORS_PAGE}#${this.name.toLowerCase()}`;
  }

  /** The properties that are safe to log: no body, no header, no cause. */
  toJSON(): Record<string, unknown> {
    const { name, message, docsUrl } = this;
    return { name, message, docsUrl, ...(this as object) };
  }
}

/**
 * The API responded with an error status, and no retry was left.
 * @see https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#apierror
 */
export class ApiError<Status extends number = number, Body = unknown> extends ServiceformError {
  declare readonly name: "ApiError";
  declare readonly status: Status;
  /** Parsed JSON if the response is JSON, else its text, truncated if it is long; `""` when empty. Not enumerable. */
  declare readonly body: Body;
  /** The headers of the response. Not enumerable. */
  declare readonly headers: Headers;
  /** The delay that the API requests, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
}

/**
 * The connection failed; `cause` is a copy of the runtime's error: name, message, code, stack and its own causes.
 * @see https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#connectionerror
 */
export class ConnectionError extends ServiceformError {
  declare readonly name: "ConnectionError";
  declare readonly status: undefined;
}

/**
 * An attempt, or the whole call, timed out.
 * @see https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#timeouterror
 */
export class TimeoutError extends ServiceformError {
  declare readonly name: "TimeoutError";
  declare readonly status: undefined;
  /** The option that set the timeout. */
  declare readonly limit: "timeoutMs" | "totalTimeoutMs";
  /** The timeout in milliseconds. */
  declare readonly limitMs: number;
}

/**
 * A success status came with an invalid body: one that does not match the contract.
 * @see https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#responseerror
 */
export class ResponseError extends ServiceformError {
  declare readonly name: "ResponseError";
  declare readonly status: SuccessStatus;
  /** The beginning of the body, or of the invalid element of a stream. Not enumerable. */
  declare readonly bodyPreview: string;
}

/**
 * An option or input is missing, unknown or invalid; no request was sent.
 * @see https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#configurationerror
 */
export class ConfigurationError extends ServiceformError {
  declare readonly name: "ConfigurationError";
  declare readonly status: undefined;
  /** The name of the option or input. */
  declare readonly param: string;
  /** The reason, to branch on. */
  declare readonly code: ConfigurationErrorCode;

  override get docsUrl(): string {
    return `${ERRORS_PAGE}#${this.code}`;
  }
}

// On the prototypes: a stack begins with the name, which bundlers must not shorten, and no instance needs its own.
for (const [name, { prototype }] of Object.entries({
  ServiceformError,
  ApiError,
  ConnectionError,
  TimeoutError,
  ResponseError,
  ConfigurationError,
})) {
  Object.defineProperties(prototype, { name: { value: name, ...REPLACEABLE }, [BRAND]: { value: true } });
}

/** Any error of this client; `name` identifies the class. */
export type AnyServiceformError = ApiError | ConnectionError | TimeoutError | ResponseError | ConfigurationError;
