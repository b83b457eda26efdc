export type * from "@serviceform/types";
export { createClient, type SafeResult, type SafeResults, type ServiceformClient } from "./create-client.js";
export {
  type AnyServiceformError,
  ApiError,
  type CallInfo,
  ConfigurationError,
  type ConfigurationErrorCode,
  ConnectionError,
  type ErrorBody,
  type ErrorStatus,
  isApiError,
  isServiceformError,
  type OperationApiError,
  type OperationError,
  ResponseError,
  ServiceformError,
  type SuccessStatus,
  TimeoutError,
} from "./errors.js";
export type { CallEvent, Hooks, Logger, ResponseIssue } from "./events.js";
export type { HeadersInput } from "./guards.js";
export type {
  CallOptions,
  ClientOptions,
  Extra,
  Fetch,
  FetchInit,
  ResponseLike,
  RetryOptions,
  ValidationMode,
  Validators,
} from "./options.js";
export type { CustomRequest } from "./read-custom-request.js";
