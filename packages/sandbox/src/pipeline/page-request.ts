import type { OperationId, Pagination } from "@serviceform/types";
import { operationContracts, type Schema } from "@serviceform/types/contract";

/** The size of a page if neither the request nor the contract sets it. */
const PAGE_SIZE = 50;

/** The form of the sandbox's cursors if a cursor can be any text. */
const CURSOR = /^after-(\d+)$/;

/** The elements that a page has. */
export interface PageRequest {
  readonly start: number;
  readonly size: number;
}

/** Reads the requested page from an input; undefined if no page returned its cursor. */
export function readPageRequest(id: OperationId, pagination: Pagination, input: object): PageRequest | undefined {
  const { parameter, limit } = pagination;
  const size = limit === undefined ? PAGE_SIZE : readSize(schemaOf(id, limit), inputAt(input, limit));
  const value = inputAt(input, parameter);
  if (value === undefined) return { start: 0, size };
  if (isPageNumber(id, pagination)) return { start: (Number(value) - firstPage(schemaOf(id, parameter))) * size, size };
  const position = typeof value === "number" ? value : Number(CURSOR.exec(String(value))?.[1]);
  return position >= 0 ? { start: position, size } : undefined;
}

/** The cursors of the page after a page, in the types that the API may use: as text, or as a number. */
export function cursorsOf(id: OperationId, pagination: Pagination, { start, size }: PageRequest): unknown[] {
  const schema = schemaOf(id, pagination.parameter);
  if (isPageNumber(id, pagination)) return [firstPage(schema) + start / size + 1];
  const position = start + size;
  return isNumber(schema) ? [position, String(position)] : [`after-${position}`, position];
}

/** Whether the parameter is a page number: a number in links. */
function isPageNumber(id: OperationId, { style, parameter }: Pagination): boolean {
  return style === "link" && isNumber(schemaOf(id, parameter));
}

function firstPage({ minimum = 1 }: Schema): number {
  return minimum;
}

function readSize({ default: standard, maximum = PAGE_SIZE }: Schema, requested: unknown): number {
  return Math.max(1, Number(requested ?? standard ?? Math.min(PAGE_SIZE, maximum)));
}

function isNumber({ type }: Schema): boolean {
  return type === "integer" || type === "number";
}

/** The schema of an input key: of a parameter, or of a property of the body. */
function schemaOf(id: OperationId, key: string): Schema {
  const { parameters, body } = operationContracts[id];
  return parameters.find(({ name }) => name === key)?.schema ?? body?.schema.properties?.[key] ?? {};
}

function inputAt(input: object, key: string): unknown {
  return (input as Readonly<Record<string, unknown>>)[key];
}
