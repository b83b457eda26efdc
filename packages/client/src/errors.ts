import type { OperationId, OperationMap } from "@serviceform/types";

/** Marks errors of every copy of this package, so that guards work across realms and duplicate installs. */
const MARK = /* @__PURE__ */ Symbol.for("@serviceform/client");

/** What every error knows of the call that it ended. */
export interface CallFacts {
  readonly operation: OperationId;
  readonly method: string;
  /** The URL without query values. */
  readonly url: string;
  /** How many requests were begun. */
  readonly attempts: number;
  /** Time since the method was called, in milliseconds. */
  readonly durationMs: number;
  /** True when the operation writes and an attempt ended so that the API may have carried it out. */
  readonly mayHaveSucceeded: boolean;
}

/** The base of all errors of this client. */
export class ServiceformError extends Error {
  declare readonly name: string;
  /** The HTTP status; undefined where no answer arrived. */
  declare readonly status: number | undefined;
  /** The operation; undefined for an error of `createClient` itself. */
  readonly operation: OperationId | undefined;
  readonly method: string | undefined;
  /** The URL without query values. */
  readonly url: string | undefined;
  /** How many requests were begun. */
  readonly attempts: number;
  /** Time since the method was called, in milliseconds. */
  readonly durationMs: number;
  /** True when the operation writes and an attempt ended so that the API may have carried it out. */
  readonly mayHaveSucceeded: boolean;

  constructor(what: string, facts?: CallFacts, options?: ErrorOptions) {
    super(facts ? `${what}: ${facts.operation} ${facts.method} ${facts.url}` : what, options);
    this.operation = facts?.operation;
    this.method = facts?.method;
    this.url = facts?.url;
    this.attempts = facts?.attempts ?? 0;
    this.durationMs = facts?.durationMs ?? 0;
    this.mayHaveSucceeded = facts?.mayHaveSucceeded ?? false;
    hide(this, MARK, true);
  }

  /** What a log may keep: no body, no header, no cause. */
  toJSON(): Record<string, unknown> {
    const { name, message } = this;
    return { name, message, ...(this as object) };
  }

  static {
    setName(ServiceformError, "ServiceformError");
  }
}

/** The API answered with an error status. */
export class ApiError<Status extends number = number, Body = unknown> extends ServiceformError {
  declare readonly name: "ApiError";
  declare readonly status: Status;
  /** Parsed JSON where the answer is JSON, else its text, cut where it is long; `""` when empty. Not enumerable. */
  declare readonly body: Body;
  /** The headers of the answer. Not enumerable. */
  declare readonly headers: Headers;
  /** How long the API asked to wait, in milliseconds. */
  readonly retryAfterMs: number | undefined;

  constructor(
    what: string,
    facts: CallFacts,
    answer: { status: Status; body: Body; headers: Headers; retryAfterMs: number | undefined },
  ) {
    super(what, facts);
    this.status = answer.status;
    this.retryAfterMs = answer.retryAfterMs;
    hide(this, "body", answer.body);
    hide(this, "headers", answer.headers);
  }

  static {
    setName(ApiError, "ApiError");
  }
}

/** No usable answer arrived; `cause` says what the runtime reported. */
export class ConnectionError extends ServiceformError {
  declare readonly name: "ConnectionError";
  declare readonly status: undefined;

  static {
    setName(ConnectionError, "ConnectionError");
  }
}

/** A time limit ran out. */
export class TimeoutError extends ServiceformError {
  declare readonly name: "TimeoutError";
  declare readonly status: undefined;
  /** The option that set the limit. */
  readonly limit: "timeoutMs" | "totalTimeoutMs";
  /** The limit in milliseconds. */
  readonly limitMs: number;

  constructor(what: string, facts: CallFacts, limit: "timeoutMs" | "totalTimeoutMs", limitMs: number) {
    super(what, facts);
    this.limit = limit;
    this.limitMs = limitMs;
  }

  static {
    setName(TimeoutError, "TimeoutError");
  }
}

/** A success status came with a body that is not what the contract says. */
export class ResponseError extends ServiceformError {
  declare readonly name: "ResponseError";
  declare readonly status: SuccessStatus;
  /** The beginning of the body. Not enumerable. */
  declare readonly bodyPreview: string;

  constructor(what: string, facts: CallFacts, status: number, bodyPreview: string, options?: ErrorOptions) {
    super(what, facts, options);
    this.status = status as SuccessStatus;
    hide(this, "bodyPreview", bodyPreview);
  }

  static {
    setName(ResponseError, "ResponseError");
  }
}

/** Refused before anything was sent. */
export class ConfigurationError extends ServiceformError {
  declare readonly name: "ConfigurationError";
  declare readonly status: undefined;
  /** The name of the option or input key that was refused. */
  readonly refused: string;
  readonly #why: string;

  constructor(refused: string, why: string, facts?: CallFacts, options?: ErrorOptions) {
    super(`${refused} ${why}`, facts, options);
    this.refused = refused;
    this.#why = why;
  }

  /** The same refusal with the call that it happened in. */
  at(facts: CallFacts): ConfigurationError {
    return new ConfigurationError(this.refused, this.#why, facts, "cause" in this ? { cause: this.cause } : undefined);
  }

  static {
    setName(ConfigurationError, "ConfigurationError");
  }
}

/** Any error of this client; `name` tells the classes apart. */
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

/** What `safe` answers with when the network or the API failed the call. */
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
  return typeof error === "object" && error !== null && MARK in error;
}

/** Tells whether a value is an `ApiError`, of the given operation and status where these are given. */
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

function hide(target: object, key: PropertyKey, value: unknown): void {
  Object.defineProperty(target, key, { value });
}

/** On the prototype, so that the stack begins with the name and no instance carries it twice. */
function setName(errorClass: { prototype: object }, name: string): void {
  hide(errorClass.prototype, "name", name);
}
