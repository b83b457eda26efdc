import type { ResponseContract } from "@serviceform/types/contract";

/** A response before it becomes a `Response`: a status with a JSON body, a list of elements, or no body. */
export interface ResponseData {
  readonly status: number;
  /** The operation to which it belongs; undefined for a path or method that the contract does not have. */
  readonly operation?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** The media type of the body, if it is not `application/json`. */
  readonly mediaType?: string | undefined;
  /** The kind of body, if it is not JSON. */
  readonly format?: ResponseContract["format"];
  /** What went wrong, if it is an error whose body the contract may describe. */
  readonly message?: string;
  readonly body?: { readonly value: unknown } | { readonly elements: Iterable<unknown> };
}

/** An error, with the body `{ message }` until another is described. */
export function errorResponse(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ResponseData {
  return { status, headers, message, body: { value: { message } } };
}
