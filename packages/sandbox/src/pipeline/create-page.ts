import { operationTable, type Pagination } from "@serviceform/types";
import type { OperationContract } from "../contract/operation-contract.js";
import { errorResponse, type ResponseData } from "../http/response-data.js";
import { cursorsOf, type PageRequest, readPageRequest } from "./page-request.js";

type Json = Readonly<Record<string, unknown>>;

/** A request for one page of a list. */
export interface ListRequest {
  readonly input: object;
  readonly url: string;
  /** The body that the contract shows; its elements are replaced if they are not the whole body. */
  readonly showBody: () => ResponseData["body"];
}

export function isPaged({ id }: OperationContract): boolean {
  return operationTable[id].pagination !== undefined;
}

/** Selects the requested page from a list, with the cursor or link to the next page. */
export function createPage(operation: OperationContract, list: Iterable<unknown>, request: ListRequest): ResponseData {
  const pagination = operationTable[operation.id].pagination as Pagination;
  const page = readPageRequest(operation.id, pagination, request.input);
  if (page === undefined) {
    const { parameter } = pagination;
    return errorResponse(
      operation.responses.choose([400, 422]) ?? 400,
      `${parameter} is not a value that a page returned.`,
    );
  }
  const { elements, isLast } = cut(list, page);
  const cursors = isLast ? [] : cursorsOf(operation.id, pagination, page);
  const { style, items, next } = pagination;
  const link =
    style === "link" && !isLast ? withQuery(request.url, pagination.parameter, String(cursors[0])) : undefined;
  const headers = link !== undefined && next === undefined ? { link: `<${link}>; rel="next"` } : {};
  const { success: status } = operation;
  if (items.keys.length === 0) return { status, headers, body: { elements } };

  const filled = setAt(dataOf(request.showBody()), items.keys, elements);
  if (next === undefined) return { status, headers, body: { value: filled } };
  // The end of a list is marked in a way that the contract allows.
  const marks = link === undefined ? cursors : [link];
  const ways = isLast ? [undefined, null, ""] : marks;
  const bodies = ways.map((way) => setAt(filled, next.keys, way));
  const check = operation.responses.get(status)?.check;
  return { status, headers, body: { value: bodies.find((body) => !check?.(body)) ?? bodies[0] } };
}

/** Selects a page from the list that the contract shows. */
export function createExamplePage(operation: OperationContract, request: ListRequest): ResponseData {
  const { items } = operationTable[operation.id].pagination as Pagination;
  const list = items.keys.reduce<unknown>((value, key) => (Object(value) as Json)[key], dataOf(request.showBody()));
  return createPage(operation, Array.isArray(list) ? list : [], request);
}

function dataOf(body: ResponseData["body"]): unknown {
  if (!body) return undefined;
  return "value" in body ? body.value : [...body.elements];
}

/** The elements of a page, and whether it is the last. */
function cut(list: Iterable<unknown>, { start, size }: PageRequest): { elements: unknown[]; isLast: boolean } {
  const elements: unknown[] = [];
  let index = 0;
  for (const element of list) {
    if (index === start + size) return { elements, isLast: false };
    if (index >= start) elements.push(element);
    index += 1;
  }
  return { elements, isLast: true };
}

function withQuery(url: string, name: string, value: string): string {
  const next = new URL(url);
  next.searchParams.set(name, value);
  return next.href;
}

/** A copy with another value at a path; `undefined` removes the value. */
function setAt(body: unknown, [key, ...rest]: readonly string[], value: unknown): unknown {
  if (key === undefined) return value;
  const { [key]: before, ...others } = Object(body) as Json;
  const after = setAt(before, rest, value);
  return after === undefined ? others : { ...others, [key]: after };
}
