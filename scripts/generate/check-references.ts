import type { Document } from "../openapi/document.ts";
import { DATA, MAPS } from "../openapi/fields.ts";
import { escapePointer, unescapePointer } from "../openapi/pointer.ts";
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
    const target = reference.startsWith("#/") ? follow(document, reference) : undefined;
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
  for (const [reference, target] of targets) {
    const message = describeCycle((keywords) => isPartOfItself(reference, target, targets, keywords));
    if (message !== undefined) issues.push({ pointer: reference, message: `${reference} ${message}` });
  }
  return issues;
}

function describeCycle(isCycle: (keywords: ReadonlySet<string>) => boolean): string | undefined {
  if (isCycle(PARTS)) return "is a part of itself, by $ref, allOf, anyOf, oneOf or not; refer to it from a property.";
  if (isCycle(PARTS_AND_ITEMS)) return "is an array of itself, or a union with one; put the array into an object.";
  return undefined;
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
  const keys: string[] = ["#"];
  const visit = (value: object, isNames: boolean): void => {
    for (const [key, inner] of Object.entries(value)) {
      if (key === "$ref" && typeof inner === "string") {
        const owner = keys.map(escapePointer).join("/");
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

function isPartOfItself(
  reference: string,
  target: unknown,
  targets: ReadonlyMap<string, unknown>,
  keywords: ReadonlySet<string>,
): boolean {
  const seen = new Set<string>();
  const pending = partsOf(target, keywords);
  for (const part of pending) {
    if (part === reference) return true;
    if (seen.has(part)) continue;
    seen.add(part);
    pending.push(...partsOf(targets.get(part), keywords));
  }
  return false;
}

/** The references in a value, or under these keywords of it. */
function partsOf(value: unknown, keywords: ReadonlySet<string>): string[] {
  if (typeof value !== "object" || value === null) return [];
  if (Array.isArray(value)) return value.flatMap((inner) => partsOf(inner, keywords));
  const { $ref } = value as { $ref?: unknown };
  if (typeof $ref === "string") return [$ref];
  return Object.entries(value).flatMap(([key, inner]) => (keywords.has(key) ? partsOf(inner, keywords) : []));
}

function follow(document: unknown, reference: string): unknown {
  const keys = reference.slice(2).split("/").map(unescapePointer);
  return keys.reduce<unknown>(
    (node, key) => (Object.hasOwn(Object(node), key) ? Object(node)[key] : undefined),
    document,
  );
}
