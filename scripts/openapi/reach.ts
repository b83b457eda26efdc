import type { Document } from "./document.ts";
import { decodeFragment, escapePointer, unescapePointer } from "./pointer.ts";

/** Whether a place of a document is part of requests and of responses, directly or by references. */
export interface Reach {
  inRequest(pointer: string): boolean;
  inResponse(pointer: string): boolean;
}

export function findReach(document: Document): Reach {
  const inRequest = new Set<string>();
  const inResponse = new Set<string>();
  for (const [path, item] of Object.entries(document.paths)) {
    const at = `#/paths/${escapePointer(path)}`;
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

/** Collects every `$ref` under a value, what a discriminator maps to, and the same of these targets. */
function follow(document: Document, value: unknown, found: Set<string>): void {
  if (typeof value !== "object" || value === null) return;
  for (const [key, inner] of Object.entries(value)) {
    const references = key === "$ref" ? [inner] : mappedBy(key, inner);
    for (const reference of references.filter((one) => typeof one === "string")) {
      if (found.has(decodeFragment(reference))) continue;
      found.add(decodeFragment(reference));
      follow(document, valueAt(document, reference), found);
    }
    follow(document, inner, found);
  }
}

/** What a discriminator maps to, by reference or by name. */
function mappedBy(key: string, value: unknown): unknown[] {
  const targets = key === "discriminator" ? Object.values(Object(Object(value).mapping)) : [];
  return targets.map((one) => (/^[^#/]+$/.test(String(one)) ? `#/components/schemas/${one}` : one));
}

function valueAt(document: Document, reference: string): unknown {
  const keys = reference.slice(2).split("/");
  return keys.reduce<unknown>((node, key) => (Object(node) as Record<string, unknown>)[unescapePointer(key)], document);
}

/** Whether one of the places equals or contains the pointer. */
export function covers(places: ReadonlySet<string>, pointer: string): boolean {
  for (let place = decodeFragment(pointer); place.includes("/"); place = place.slice(0, place.lastIndexOf("/"))) {
    if (places.has(place)) return true;
  }
  return false;
}
