import type { Document, Reference } from "../openapi/document.ts";

/**
 * The two documents with the same form of each schema that is a `$ref` in one of them and `allOf` of one `$ref` in the
 * other, which means the same. Redocly would report every property of the schema as removed.
 */
export function alignReferences(base: Document, next: Document): [base: Document, next: Document] {
  // Only references are wrapped, so the documents keep their type.
  return [align(base, next) as Document, align(next, base) as Document];
}

function align(value: unknown, other: unknown): unknown {
  if (!isObject(value) || !isObject(other)) return value;
  if (isReference(value) && isWrapped(other)) return { allOf: [value] };
  if (Array.isArray(value)) return value.map((item, index) => align(item, other[index]));
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, align(inner, other[key])]));
}

function isWrapped({ allOf }: Record<string, unknown>): boolean {
  return Array.isArray(allOf) && allOf.length === 1 && isReference(allOf[0]);
}

function isReference(value: unknown): value is Reference {
  return isObject(value) && typeof value.$ref === "string";
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null;
}
