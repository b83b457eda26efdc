import type { Document } from "./document.ts";
import { DATA, MAPS } from "./fields.ts";
import { covers, pointersIn } from "./reach.ts";

/** Finds whether a place of a document is within a component that `not` excludes, directly or by further references. */
export function findExcluded(document: Document): (pointer: string) => boolean {
  const excluded = new Set<string>();
  const visit = (value: unknown, isNames: boolean): void => {
    if (typeof value !== "object" || value === null) return;
    for (const [key, inner] of Object.entries(value)) {
      if (!isNames && (DATA.has(key) || key.startsWith("x-"))) continue;
      if (!isNames && key === "not") for (const pointer of pointersIn(document, inner)) excluded.add(pointer);
      visit(inner, !isNames && MAPS.has(key));
    }
  };
  visit(document, false);
  return (pointer) => covers(excluded, pointer);
}
