import type { OperationId, OperationMap } from "@serviceform/types";
import type { ApiError, ConnectionError, ResponseError, TimeoutError } from "./errors.js";
import type { ErrorStatus } from "./statuses.js";

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
