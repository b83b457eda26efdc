import type { Document } from "./document.ts";
import { decodeFragment, parsePointer, toPointer, valueAt } from "./pointer.ts";
import { referencesIn } from "./references.ts";

/** Whether a place of a document is part of requests and of responses, directly or by references. */
export interface Reach {
  inRequest(pointer: string): boolean;
  inResponse(pointer: string): boolean;
}

export function findReach(document: Document): Reach {
  const inRequest = new Set<string>();
  const inResponse = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    const at = toPointer(["paths", path]);
    collect(document, `${at}/parameters`, item.parameters, inRequest);
    for (const [method, operation] of Object.entries(item)) {
      const { parameters, requestBody, responses } = Object(operation) as Record<string, unknown>;
      collect(document, `${at}/${method}/parameters`, parameters, inRequest);
      collect(document, `${at}/${method}/requestBody`, requestBody, inRequest);
      collect(document, `${at}/${method}/responses`, responses, inResponse);
    }
  }
  return { inRequest: (pointer) => covers(inRequest, pointer), inResponse: (pointer) => covers(inResponse, pointer) };
}

/** Every place that a value references, directly or indirectly. */
export function pointersIn(document: Document, value: unknown): Set<string> {
  const found = new Set<string>();
  follow(document, value, found);
  return found;
}

function collect(document: Document, pointer: string, value: unknown, found: Set<string>): void {
  if (value === undefined) return;
  found.add(pointer);
  follow(document, value, found);
}

/** Collects every reference of a value, and those of their targets. */
function follow(document: Document, value: unknown, found: Set<string>): void {
  const pending = referencesIn(value);
  // The list grows while it is read.
  for (const reference of pending) {
    const pointer = decodeFragment(reference);
    if (!pointer.startsWith("#/") || found.has(pointer)) continue;
    found.add(pointer);
    pending.push(...referencesIn(valueAt(document, parsePointer(reference))));
  }
}

/** Whether one of the places equals or contains the pointer. */
export function covers(places: ReadonlySet<string>, pointer: string): boolean {
  for (let place = decodeFragment(pointer); place.includes("/"); place = place.slice(0, place.lastIndexOf("/"))) {
    if (places.has(place)) return true;
  }
  return false;
}
