import type { Document } from "../openapi/document.ts";
import { DATA } from "../openapi/fields.ts";
import { METHODS } from "../openapi/methods.ts";
import { unescapePointer } from "../openapi/pointer.ts";

/** Objects whose keys are arbitrary names. */
const NAMES = new Set(["properties", "responses", "schemas", "parameters", "requestBodies", "headers"]);

/** The reason why a document cannot be compared, as the end of a sentence; undefined if it can. */
export function findFlaw(document: Document): string | undefined {
  for (const [path, item] of Object.entries(document.paths)) {
    if (!isObject(item)) return `has the path ${path}, which is not an object`;
    for (const method of METHODS.filter((name) => name in item)) {
      const title = `${method.toUpperCase()} ${path}`;
      const { responses, requestBody } = Object(item[method]) as Record<string, unknown>;
      if (!isObject(responses)) return `has no responses for ${title}`;
      if (requestBody !== undefined && !isObject(requestBody)) return `has no content for the request body of ${title}`;
      if (isObject(requestBody) && !isObject(requestBody.content) && !("$ref" in requestBody))
        return `has no content for the request body of ${title}`;
    }
  }
  const lost = findLostReference(document, document);
  return lost === undefined ? undefined : `refers to ${lost}, which is not in it`;
}

function findLostReference(document: Document, value: unknown, under = ""): string | undefined {
  if (!isObject(value)) return undefined;
  for (const [key, inner] of Object.entries(value)) {
    if (key === "$ref" && typeof inner === "string" && !isThere(document, inner)) return inner;
    if ((DATA.has(key) || key.startsWith("x-")) && !NAMES.has(under)) continue;
    const lost = findLostReference(document, inner, key);
    if (lost !== undefined) return lost;
  }
  return undefined;
}

function isThere(document: Document, reference: string): boolean {
  // A percent sign that encodes nothing is invalid in a URI.
  if (!reference.startsWith("#/") || /%(?![\da-f]{2})/i.test(reference)) return false;
  const keys = reference.slice(2).split("/").map(unescapePointer);
  return (
    keys.reduce<unknown>(
      (node, key) => (isObject(node) && Object.hasOwn(node, key) ? node[key] : undefined),
      document,
    ) !== undefined
  );
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
