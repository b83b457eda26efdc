import type { Document } from "../openapi/document.ts";

/** A copy without the extensions that could be taken for a path or a response. */
export function withoutExtensions(document: Document): Document {
  const copy = structuredClone(document);
  removeExtensions(copy.paths);
  for (const item of Object.values(copy.paths))
    for (const operation of Object.values(Object(item))) removeExtensions(Object(Object(operation).responses));
  return copy;
}

function removeExtensions(map: Record<string, unknown>): void {
  for (const key of Object.keys(map)) if (key.startsWith("x-")) delete map[key];
}
