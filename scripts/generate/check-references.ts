import type { Document } from "../openapi/document.ts";
import { DATA, MAPS } from "../openapi/fields.ts";
import { parsePointer, toPointer, valueAt } from "../openapi/pointer.ts";
import { createCycleFinder } from "./find-cycles.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Keywords whose schemas apply to the value itself, not to its properties or items. */
const PARTS = new Set(["allOf", "anyOf", "oneOf", "not"]);
/** With these, TypeScript needs the type of the other schema for that of the value; a property it resolves later. */
const PARTS_AND_ITEMS = new Set([...PARTS, "items"]);

/** Finds broken references, and components that consist of themselves, by which no value can be validated. */
export function checkReferences(document: Document): SpecIssue[] {
  const issues: SpecIssue[] = [];
  const targets = new Map<string, unknown>();
  const { references, misplaced } = listReferences(document);
  for (const { pointer, reference } of references) {
    const target = reference.startsWith("#/") ? valueAt(document, parsePointer(reference)) : undefined;
    if (typeof target === "object" && target !== null) targets.set(reference, target);
    else issues.push({ pointer, message: `The $ref ${reference} leads to a missing value; correct it.` });
    // openapi-typescript would look for its name in a type that may be undefined.
    if (/^#\/paths\/.+\/parameters\/\d+$/.test(reference)) {
      const message = `The $ref ${reference} leads to a parameter of an operation or path; put it into components/parameters and refer to that.`;
      issues.push({ pointer, message });
    }
  }
  for (const pointer of misplaced) {
    const message = `A $ref replaces ${pointer.split("/").at(-1)} as a whole, which OpenAPI does not have; write its entries in place.`;
    issues.push({ pointer, message });
  }
  const partsIn = (keywords: ReadonlySet<string>) =>
    createCycleFinder((reference) => partsOf(targets.get(reference), keywords));
  const [isPart, isItem] = [partsIn(PARTS), partsIn(PARTS_AND_ITEMS)];
  for (const reference of targets.keys()) {
    const add = (reason: string): void => void issues.push({ pointer: reference, message: `${reference} ${reason}` });
    if (isPart(reference))
      add("is a part of itself, by $ref, allOf, anyOf, oneOf or not; refer to it from a property.");
    else if (isItem(reference)) add("is an array of itself, or a union with one; put the array into an object.");
  }
  return issues;
}

interface FoundReference {
  readonly pointer: string;
  readonly reference: string;
}

interface FoundReferences {
  readonly references: readonly FoundReference[];
  /** Those in place of a map, such as all properties of a schema, by the pointer to it. */
  readonly misplaced: readonly string[];
}

/** References, but not those in examples, which are data; extensions with any have been removed. */
function listReferences(document: object): FoundReferences {
  const references: FoundReference[] = [];
  const misplaced: string[] = [];
  const keys: string[] = [];
  const visit = (value: object, isNames: boolean): void => {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "$ref" && typeof inner === "string") {
        const owner = toPointer(keys);
        if (isNames) misplaced.push(owner);
        else references.push({ pointer: `${owner}/$ref`, reference: inner });
      } else if (typeof inner === "object" && inner !== null && (isNames || !DATA.has(key))) {
        keys.push(key);
        visit(inner, !isNames && MAPS.has(key));
        keys.pop();
      }
    }
  };
  visit(document, false);
  return { references, misplaced };
}

/** The references in a value, or under these keywords of it. */
function partsOf(value: unknown, keywords: ReadonlySet<string>): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => partsOf(inner, keywords));
  const { $ref } = value as { $ref?: unknown };
  if (typeof $ref === "string") return [$ref];
  return Object.entries(value).flatMap(([key, inner]) => (keywords.has(key) ? partsOf(inner, keywords) : []));
}
