import { type OperationId, operationTable } from "@serviceform/types";

/** Where a request leads: to an operation, or to the methods that its path has instead. */
export type Route = OperationRoute | { readonly operation: undefined; readonly allow: readonly string[] };

export interface OperationRoute {
  readonly operation: OperationId;
  /** The values of the path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

/** A path written out goes before one with parameters, as OpenAPI has it. */
const templates = Object.entries(operationTable)
  .map(([id, { method, path, pathKeys }]) => ({ id: id as OperationId, method, parts: path.split("/"), pathKeys }))
  .sort((a, b) => a.pathKeys.length - b.pathKeys.length);

/** Finds the operation of a request; undefined for a path that the contract does not have. */
export function findRoute(method: string, pathname: string): Route | undefined {
  const segments = pathname.split("/").map(decode);
  const here = templates.flatMap(({ id, method, parts }) => {
    const path = match(parts, segments);
    return path ? [{ id, method, path }] : [];
  });
  const found = here.find((candidate) => candidate.method === method);
  if (found) return { operation: found.id, path: found.path };
  return here.length === 0 ? undefined : { operation: undefined, allow: here.map(({ method }) => method) };
}

/** A parameter takes exactly one segment, which is not empty; an encoded slash stays inside it. */
function match(parts: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (parts.length !== segments.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of parts.entries()) {
    const segment = segments[index] ?? "";
    if (part.startsWith("{") && segment !== "") values[part.slice(1, -1)] = segment;
    else if (part !== segment) return undefined;
  }
  return values;
}

/** What cannot be decoded names nothing that exists, so it may stay as it is. */
function decode(segment: string): string {
  try {
    return decodeURIComponent(segment);
  } catch {
    return segment;
  }
}
