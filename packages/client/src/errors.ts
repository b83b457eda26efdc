import type { OperationId, OperationMap } from "@serviceform/types";

/** Marks errors of every copy of this package, so that guards work across realms and duplicate installs. */
const BRAND = /* @__PURE__ */ Symbol.for("@serviceform/client");

/** What every error says about the call that it ended. */
export interface CallInfo {
  /** The operation, or `"request"` for a call of `client.request`. */
  readonly operation: OperationId | "request";
  readonly method: string;
  /** The URL without query values. */
  readonly url: string;
  /** How many attempts were made. */
  readonly attempts: number;
  /** Time since the method was called, in milliseconds. */
  readonly durationMs: number;
  /** True when the operation writes and an attempt ended so that the API may have carried it out. */
  readonly mayHaveSucceeded: boolean;
  /** The id that the API gave the last attempt, as its support asks for it; undefined where it gave none. */
  readonly requestId?: string | undefined;
}

/** The page that explains each error, with a section for each class and each code. */
const ERRORS_PAGE = "https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md";

/** Why a call was not sent, or a client not created. The reasons stay the same across releases; messages may change. */
export type ConfigurationErrorCode =
  | "missing_api_key"
  | "invalid_api_key"
  | "api_key_function_failed"
  | "invalid_base_url"
  | "insecure_base_url"
  | "browser_not_allowed"
  | "unknown_option"
  | "invalid_option"
  | "missing_validators"
  | "invalid_header"
  | "reserved_header"
  | "unknown_input"
  | "missing_input"
  | "invalid_input"
  | "unsafe_path_value"
  | "cross_origin_url"
  | "unknown_operation";

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
  /** How many attempts were made. */
  declare readonly attempts: number;
  /** Time since the method was called, in milliseconds. */
  declare readonly durationMs: number;
  /** True when the operation writes and an attempt ended so that the API may have carried it out. */
  declare readonly mayHaveSucceeded: boolean;
  /** The id that the API gave the last attempt, as its support asks for it; undefined where it gave none. */
  declare readonly requestId: string | undefined;

  /** The call is appended to the message. `enumerable` properties appear in logs, the others must be read by name. */
  constructor(message: string, call: Partial<CallInfo> = {}, enumerable?: object, nonEnumerable: object = {}) {
    const { operation, method, url, attempts = 0, durationMs = 0, mayHaveSucceeded = false, requestId } = call;
    super(operation ? `${message}: ${operation} ${method} ${url}` : message);
    const properties = { status: undefined, operation, method, url, attempts, durationMs, mayHaveSucceeded };
    Object.assign(this, properties, requestId && { requestId }, enumerable);
    for (const [key, value] of Object.entries(nonEnumerable)) Object.defineProperty(this, key, { value });
  }

  /** The URL of the section that explains the error and what to do. Not enumerable. */
  get docsUrl(): string {
    return `${ERRORS_PAGE}#${this.name.toLowerCase()}`;
  }

  /** What a log may keep: no body, no header, no cause. */
  toJSON(): Record<string, unknown> {
    const { name, message, docsUrl } = this;
    return { name, message, docsUrl, ...(this as object) };
  }
}

/**
 * The API responded with an error status.
 * @see https://github.com/serviceform/serviceform-api/blob/main/docs/errors.md#apierror
 */
export class ApiError<Status extends number = number, Body = unknown> extends ServiceformError {
  declare readonly name: "ApiError";
  declare readonly status: Status;
  /** Parsed JSON if the response is JSON, else its text, truncated if it is long; `""` when empty. Not enumerable. */
  declare readonly body: Body;
  /** The headers of the response. Not enumerable. */
  declare readonly headers: Headers;
  /** How long the API asked to wait, in milliseconds. */
  declare readonly retryAfterMs: number | undefined;
}

/**
 * The connection failed; `cause` is a copy of what the runtime reported: name, message, code, stack, and its causes.
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

// On the prototypes: a stack begins with the name, which bundlers must not shorten, and no instance carries it.
for (const [name, { prototype }] of Object.entries({
  ServiceformError,
  ApiError,
  ConnectionError,
  TimeoutError,
  ResponseError,
  ConfigurationError,
})) {
  Object.defineProperties(prototype, { name: { value: name }, [BRAND]: { value: true } });
}

/** Any error of this client; `name` identifies the class. */
export type AnyServiceformError = ApiError | ConnectionError | TimeoutError | ResponseError | ConfigurationError;

/** The documented bodies of an operation's errors by status; `unknown` for every other status. */
export type ErrorBody<Id extends OperationId, Status> = Status extends keyof OperationMap[Id]["errors"]
  ? OperationMap[Id]["errors"][Status]
  : unknown;

/** The API errors of an operation, so that a comparison of `status` narrows `body`. */
export type OperationApiError<Id extends OperationId> =
  | {
      [Status in keyof OperationMap[Id]["errors"] & number]: ApiError<Status, OperationMap[Id]["errors"][Status]>;
    }[keyof OperationMap[Id]["errors"] & number]
  | ApiError<Exclude<ErrorStatus, keyof OperationMap[Id]["errors"]>>;

/** What `safe` resolves to when the network or the API failed the call. */
export type OperationError<Id extends OperationId> =
  | OperationApiError<Id>
  | ConnectionError
  | TimeoutError
  | ResponseError;

/** The statuses of a success, as registered. */
export type SuccessStatus = 200 | 201 | 202 | 203 | 204 | 205 | 206 | 207 | 208 | 226;

/** The statuses of an error: the registered ones and those that proxies are known to send. */
// biome-ignore format: one line a class
export type ErrorStatus =
  | 300 | 304 | 305 | 306
  | 400 | 401 | 402 | 403 | 404 | 405 | 406 | 407 | 408 | 409 | 410 | 411 | 412 | 413 | 414 | 415 | 416 | 417 | 418
  | 419 | 420 | 421 | 422 | 423 | 424 | 425 | 426 | 428 | 429 | 430 | 431 | 440 | 444 | 449 | 450 | 451 | 460 | 463 | 494 | 495 | 496 | 497 | 498 | 499
  | 500 | 501 | 502 | 503 | 504 | 505 | 506 | 507 | 508 | 509 | 510 | 511 | 520 | 521 | 522 | 523 | 524 | 525 | 526 | 527 | 529 | 530 | 540 | 561 | 598 | 599;

/** Tells whether a value is an error of this client, also one of another copy or realm. */
export function isServiceformError(error: unknown): error is AnyServiceformError {
  return typeof error === "object" && error !== null && BRAND in error;
}

/** Tells whether a value is an `ApiError`, of the given operation and status if these are given. */
export function isApiError(error: unknown): error is ApiError;
export function isApiError<Id extends OperationId>(error: unknown, operation: Id): error is OperationApiError<Id>;
export function isApiError<Id extends OperationId, Status extends number>(
  error: unknown,
  operation: Id,
  status: Status,
): error is ApiError<Status, ErrorBody<Id, Status>>;
export function isApiError(error: unknown, operation?: string, status?: number): boolean {
  return (
    isServiceformError(error) &&
    error.name === "ApiError" &&
    (operation === undefined || error.operation === operation) &&
    (status === undefined || error.status === status)
  );
}
