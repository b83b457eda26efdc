import type { OperationId } from "@serviceform/types";
import type { ErrorBody, OperationApiError } from "./api-error-types.js";
import { BRAND } from "./brand.js";
import type { AnyServiceformError, ApiError } from "./errors.js";

/** Whether a value is an error of this client, also one of another copy or realm. */
export function isServiceformError(error: unknown): error is AnyServiceformError {
  return typeof error === "object" && error !== null && BRAND in error;
}

/** Whether a value is an `ApiError`, of an operation and with a status if these are passed. */
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
