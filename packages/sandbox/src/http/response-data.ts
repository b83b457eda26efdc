import type { ResponseContract } from "@serviceform/types/contract";

/** What the sandbox says before it becomes a `Response`: a status with a JSON body, a list of elements, or nothing. */
export interface ResponseData {
  readonly status: number;
  /** Which operation it belongs to; undefined for a path or method that the contract does not have. */
  readonly operation?: string;
  readonly headers?: Readonly<Record<string, string>>;
  /** Of the body, where it is not `application/json`. */
  readonly mediaType?: string | undefined;
  /** What the body is, where it is not JSON. */
  readonly format?: ResponseContract["format"];
  readonly body?: { readonly value: unknown } | { readonly elements: Iterable<unknown> };
}

/** An error as the contract describes it. */
export function errorResponse(
  status: number,
  message: string,
  headers: Readonly<Record<string, string>> = {},
): ResponseData {
  return { status, headers, body: { value: { message } } };
}
