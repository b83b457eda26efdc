import type { OperationId, OperationMap } from "@serviceform/types";
import type { ApiError, ConnectionError, ResponseError, TimeoutError } from "./errors.js";
import type { ErrorStatus } from "./statuses.js";

/** The documented bodies of an operation's errors by status, by range or by default; `unknown` for every other status. */
export type ErrorBody<Id extends OperationId, Status> = Status extends keyof OperationMap[Id]["errors"]
  ? OperationMap[Id]["errors"][Status]
  : OtherErrorBody<OperationMap[Id]["errors"], Status>;

/** The body of a status that is not documented by itself. */
type OtherErrorBody<Errors, Status> =
  RangeOf<Status> extends keyof Errors
    ? Errors[RangeOf<Status>]
    : Errors extends { default: infer Body }
      ? Body
      : unknown;

/** `404` is in `4XX`. */
type RangeOf<Status> = Status extends number
  ? `${Status}` extends `${infer Digit}${string}`
    ? `${Digit}XX`
    : never
  : never;

/** The errors of statuses that are not documented by themselves. */
type OtherApiError<Errors> =
  "default" | "4XX" | "5XX" extends Exclude<"default" | "4XX" | "5XX", keyof Errors>
    ? ApiError<Exclude<ErrorStatus, keyof Errors>>
    : { [Status in Exclude<ErrorStatus, keyof Errors>]: ApiError<Status, OtherErrorBody<Errors, Status>> }[Exclude<
        ErrorStatus,
        keyof Errors
      >];

/** The API errors of an operation, so that a comparison of `status` narrows `body`. */
export type OperationApiError<Id extends OperationId> =
  | {
      [Status in keyof OperationMap[Id]["errors"] & number]: ApiError<Status, OperationMap[Id]["errors"][Status]>;
    }[keyof OperationMap[Id]["errors"] & number]
  | OtherApiError<OperationMap[Id]["errors"]>;

/** The `error` of a `safe` result: the network or the API failed the call. */
export type OperationError<Id extends OperationId> =
  | OperationApiError<Id>
  | ConnectionError
  | TimeoutError
  | ResponseError;
