import type { Document } from "./document.ts";
import { findReach } from "./reach.ts";

/** The schemas that callers read: all but those that only requests lead to. */
export function answeredSchemas(document: Document): Set<string> {
  const { inRequest, inResponse } = findReach(document);
  const names = Object.keys(document.components?.schemas ?? {});
  return new Set(names.filter((name) => inResponse(pointerOf(name)) || !inRequest(pointerOf(name))));
}

function pointerOf(name: string): string {
  return `#/components/schemas/${name}`;
}
