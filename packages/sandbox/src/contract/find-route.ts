import { type OperationId, operationTable } from "@serviceform/types";

/** Where a request leads: to an operation, or to the methods that its path has instead. */
export type Route = OperationRoute | { readonly operation: undefined; readonly allow: readonly string[] };

export interface OperationRoute {
  readonly operation: OperationId;
  /** The values of the path parameters, decoded. */
  readonly path: Readonly<Record<string, string>>;
}

const templates = Object.entries(operationTable).map(([id, { method, path }]) => ({
  id: id as OperationId,
  method,
  segments: path.split("/"),
}));

/** Finds the operation of a request; undefined for a path that the contract does not have. */
export function findRoute(method: string, pathname: string): Route | undefined {
  const segments = pathname.split("/").map(decode);
  const candidates = templates
    .map((template) => ({ ...template, path: match(template.segments, segments) }))
    .filter((candidate) => candidate.path !== undefined)
    // A path written out goes before one with parameters, as OpenAPI has it.
    .sort((a, b) => Object.keys(a.path ?? {}).length - Object.keys(b.path ?? {}).length);
  if (candidates.length === 0) return undefined;
  const found = candidates.find((candidate) => candidate.method === method);
  if (found?.path) return { operation: found.id, path: found.path };
  return { operation: undefined, allow: candidates.map((candidate) => candidate.method) };
}

/** A parameter takes exactly one segment, which is not empty; an encoded slash stays inside it. */
function match(template: readonly string[], segments: readonly string[]): Record<string, string> | undefined {
  if (template.length !== segments.length) return undefined;
  const values: Record<string, string> = {};
  for (const [index, part] of template.entries()) {
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
