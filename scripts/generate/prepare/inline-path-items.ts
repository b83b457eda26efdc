import { type Document, type PathItem, type Reference, resolve } from "../../openapi/document.ts";

/** The document with references to path items resolved; fields beside the reference have priority. */
export function inlinePathItems(document: Document): Document {
  const entries = Object.entries(document.paths);
  if (!entries.some(([, item]) => "$ref" in item)) return document;
  const inlined = entries.map(([path, item]) => {
    const { $ref: _, ...own } = item as PathItem & Partial<Reference>;
    return [path, { ...resolve<PathItem>(document, item as PathItem | Reference), ...own }] as const;
  });
  return { ...document, paths: Object.fromEntries(inlined) };
}
