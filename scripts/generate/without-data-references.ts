import type { Document } from "../openapi/document.ts";
import { DATA, MAPS } from "../openapi/fields.ts";

/** A value that is an object with a `$ref`, in JSON. */
const REFERRING = /"(?:example|default|value)":\{[^{}]*"\$ref":/;

/** The document without the values with a `$ref` that is data, which openapi-typescript would follow. */
export function withoutDataReferences(document: Document, text: string): Document {
  return REFERRING.test(text) ? (leaveOut(document, false) as Document) : document;
}

function leaveOut(value: unknown, isNames: boolean): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((inner) => leaveOut(inner, false));
  const isData = (key: string): boolean => !isNames && DATA.has(key);
  const kept = Object.entries(value).filter(
    ([key, inner]) => !isData(key) || !JSON.stringify(inner)?.includes('"$ref"'),
  );
  const entries = kept.map(([key, inner]) => [key, isData(key) ? inner : leaveOut(inner, !isNames && MAPS.has(key))]);
  return Object.fromEntries(entries);
}
