import type { Document } from "./document.ts";
import { schemaPointer } from "./pointer.ts";
import { findReach } from "./reach.ts";

/** The names of the schemas that callers read: all but those that only requests reference. */
export function responseSchemas(document: Document): Set<string> {
  const { inRequest, inResponse } = findReach(document);
  const names = Object.keys(document.components?.schemas ?? {});
  return new Set(names.filter((name) => inResponse(schemaPointer(name)) || !inRequest(schemaPointer(name))));
}
