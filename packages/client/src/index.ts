export type * from "@serviceform/types";
export { createClient, type SafeResult, type SafeResults, type ServiceformClient } from "./create-client.js";
export type { ErrorBody, OperationApiError, OperationError } from "./errors/api-error-types.js";
export type { CallInfo } from "./errors/call-info.js";
export type { ConfigurationErrorCode } from "./errors/configuration-error-code.js";
export {
  type AnyServiceformError,
  ApiError,
  ConfigurationError,
  ConnectionError,
  ResponseError,
  ServiceformError,
  TimeoutError,
} from "./errors/errors.js";
export { isApiError, isServiceformError } from "./errors/guards.js";
export type { ErrorStatus, SuccessStatus } from "./errors/statuses.js";
export type { CallOptions, Extra } from "./options/call-options.js";
export type { ClientOptions, RetryOptions } from "./options/client-options.js";
export type { Fetch, FetchInit, ResponseLike } from "./options/fetch.js";
export type { HeadersInput } from "./options/headers.js";
export type { CallEvent, Hooks, Logger, ResponseIssue } from "./options/observers.js";
export type { ValidationMode, Validators } from "./options/validation.js";
export type { CustomRequest } from "./request/custom-request.js";
