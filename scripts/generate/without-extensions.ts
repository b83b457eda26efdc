import type { Document } from "../openapi/document.ts";

/** The document without extensions beside paths, methods and statuses, which would be read as such. */
export function withoutExtensions(document: Document): Document {
  return { ...document, paths: mapPaths(document.paths) };
}

function mapPaths(paths: Document["paths"]): Document["paths"] {
  const items = own(paths).map(([path, item]) => [path, mapOperations(item)] as const);
  return Object.fromEntries(items) as Document["paths"];
}

function mapOperations(item: unknown): unknown {
  if (typeof item !== "object" || item === null || Array.isArray(item)) return item;
  return Object.fromEntries(own(item).map(([key, value]) => [key, mapResponses(value)]));
}

function mapResponses(operation: unknown): unknown {
  if (typeof operation !== "object" || operation === null || !("responses" in operation)) return operation;
  const { responses } = operation;
  if (typeof responses !== "object" || responses === null || !hasExtension(responses)) return operation;
  return { ...operation, responses: Object.fromEntries(own(responses)) };
}

function own(value: object): [string, unknown][] {
  return Object.entries(value).filter(([key]) => !key.startsWith("x-"));
}

function hasExtension(value: object): boolean {
  return Object.keys(value).some((key) => key.startsWith("x-"));
}
