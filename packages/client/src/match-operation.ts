import { type Operation, type OperationId, operationTable } from "@serviceform/types";
import { refuse } from "./refuse.js";

export interface Match {
  readonly operation: OperationId;
  readonly shape: Operation;
  /** The decoded values of the path. */
  readonly path: Readonly<Record<string, string>>;
}

/** Finds the operation of a method and URL. Throws `ConfigurationError` if there is none below the base URL. */
export function matchOperation(method: string, url: URL, baseUrl: string): Match {
  const base = new URL(baseUrl);
  if (url.origin !== base.origin) refuse("url", "must be below baseUrl: the key goes nowhere else");
  const prefix = base.pathname === "/" ? "" : base.pathname;
  for (const [operation, shape] of Object.entries(operationTable) as [OperationId, Operation][]) {
    const path = shape.method === method ? matchPath(prefix + shape.path, url.pathname) : undefined;
    if (path) return { operation, shape, path };
  }
  return refuse("url", "must be a path of the API, with a method that the API has for it");
}

function matchPath(template: string, pathname: string): Record<string, string> | undefined {
  const values: Record<string, string> = {};
  const segments = pathname.split("/");
  const expected = template.split("/");
  const matches = expected.every((part, index) => {
    const segment = segments[index];
    const key = /^\{(.+)\}$/.exec(part)?.[1];
    if (!key || !segment) return segment === part;
    values[key] = decode(segment);
    return true;
  });
  return matches && segments.length === expected.length ? values : undefined;
}

function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return refuse("url", "must be percent-encoded UTF-8");
  }
}
