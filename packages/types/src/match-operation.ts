import type { OperationId } from "./generated/methods.js";
import { operationTable } from "./generated/operation-table.js";
import { routes } from "./generated/routes.js";

/** An operation whose path matches a URL. */
export interface OperationMatch {
  readonly operation: OperationId;
  readonly method: string;
  /** The values of the path parameters, decoded; a value that cannot be decoded is unchanged. */
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the operation of a method and the path of a URL; undefined if the contract has none. */
export function matchOperation(method: string, pathname: string): OperationMatch | undefined {
  return matchPath(pathname).find((match) => match.method === method);
}

/** Finds the operations at the path of a URL, whatever their method. A literal segment precedes a template. */
export function matchPath(pathname: string): OperationMatch[] {
  for (const { path, keys, pattern } of routes) {
    const match = pattern.exec(pathname);
    if (!match) continue;
    const values = Object.fromEntries(keys.map((key, index) => [key, decode(match[index + 1] ?? "")]));
    return Object.entries(operationTable)
      .filter(([, operation]) => operation.path === path)
      .map(([id, { method }]) => ({ operation: id as OperationId, method, path: values }));
  }
  return [];
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
