import type { Operation, Pagination } from "@serviceform/types";
import { ContractViolation } from "../errors/contract-violation.js";
import { isPlainObject } from "../plain-object.js";
import type { Call } from "../request/call.js";
import type { CallResult } from "../send/call-result.js";
import { headersOf } from "../send/response.js";
import { findNextLink, followLink } from "./follow-link.js";

/** An operation whose list continues in further responses. */
export interface PagedOperation extends Operation {
  readonly pagination: Pagination;
}

export function isPaged(operation: Operation): operation is PagedOperation {
  return operation.pagination !== undefined;
}

export interface Page {
  readonly items: readonly unknown[];
  /** The input for the next page; undefined after the last one. */
  readonly next: object | undefined;
  /** The URL of the next page, if the API names it. */
  readonly url: string | undefined;
}

type Success = Extract<CallResult, { readonly ok: true }>;

/** Finds the elements of a page, and the next page. Throws `ContractViolation`. */
export function readPage(operation: PagedOperation, call: Call, input: object, { data, response }: Success): Page {
  const { style, parameter, items: place } = operation.pagination;
  const items = readAt(data, place) ?? [];
  if (!Array.isArray(items)) throw new ContractViolation(`the body has no array at ${pointerTo(place)}`);
  const last: Page = { items, next: undefined, url: undefined };
  if (style === "offset") {
    const offset = Number(input[parameter as keyof object] ?? 0) + items.length;
    return items.length === 0 ? last : { ...last, next: { ...input, [parameter]: offset } };
  }

  const { next: nextPlace } = operation.pagination;
  const next = nextPlace ? readAt(data, nextPlace) : findNextLink(headersOf(response).get("link") ?? "");
  if (next === undefined || next === null || next === "") return last;
  if (nextPlace && typeof next !== "string" && typeof next !== "number")
    throw new ContractViolation(`the body has no text at ${pointerTo(nextPlace)}`);
  if (style === "cursor") return { ...last, next: { ...input, [parameter]: next } };

  const url = followLink(String(next), call);
  const others = Object.entries(input).filter(([key]) => !operation.queryKeys.includes(key));
  return { ...last, url, next: { ...Object.fromEntries(others), ...readQuery(operation.pagination, url) } };
}

/** The value at a place; undefined or null only if the contract allows that. */
function readAt(body: unknown, place: Pagination["items"]): unknown {
  let value = body;
  for (const key of place.keys) value = isPlainObject(value) && Object.hasOwn(value, key) ? value[key] : undefined;
  if (value === undefined && !place.isOptional)
    throw new ContractViolation(`the body has nothing at ${pointerTo(place)}`);
  return value;
}

/** Converts a query to keys of the input. */
function readQuery({ numberKeys = [] }: Pagination, url: string): object {
  const { searchParams } = new URL(url);
  const entries = [...new Set(searchParams.keys())].map((key) => {
    const isNumber = (text: string): boolean => numberKeys.includes(key) && String(Number(text)) === text;
    const values = searchParams.getAll(key).map((text) => (isNumber(text) ? Number(text) : text));
    return [key, values.length > 1 ? values : values[0]] as const;
  });
  return Object.fromEntries(entries);
}

function pointerTo({ keys }: Pagination["items"]): string {
  return `/${keys.join("/")}`;
}
