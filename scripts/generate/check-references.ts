import type { Document } from "../openapi/document.ts";
import { escapePointer, unescapePointer } from "../openapi/pointer.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Keywords whose schemas apply to the value itself, not to its properties or items. */
const PARTS = new Set(["allOf", "anyOf", "oneOf", "not"]);
/** With these, TypeScript needs the type of the other schema for that of the value; a property it resolves later. */
const PARTS_AND_ITEMS = new Set([...PARTS, "items"]);

/** Values of the API, which can contain a `$ref` that is data. */
const DATA = new Set(["example", "examples", "default", "enum"]);

/** Finds broken references, and components that consist of themselves, by which no value can be validated. */
export function checkReferences(document: Document): SpecIssue[] {
  const issues: SpecIssue[] = [];
  const targets = new Map<string, unknown>();
  for (const { pointer, reference } of listReferences(document)) {
    const target = reference.startsWith("#/") ? follow(document, reference) : undefined;
    if (typeof target === "object" && target !== null) targets.set(reference, target);
    else issues.push({ pointer, message: `The $ref ${reference} leads to a missing value; correct it.` });
    // openapi-typescript would look for its name in a type that may be undefined.
    if (/^#\/paths\/.+\/parameters\/\d+$/.test(reference)) {
      const message = `The $ref ${reference} leads to a parameter of an operation or path; put it into components/parameters and refer to that.`;
      issues.push({ pointer, message });
    }
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

/** References, but not those in examples, which are data. */
function listReferences(document: object): FoundReference[] {
  const found: FoundReference[] = [];
  const keys: string[] = ["#"];
  const visit = (value: object, isNames: boolean): void => {
    for (const [key, inner] of Object.entries(value)) {
      keys.push(key);
      if (key === "$ref" && typeof inner === "string")
        found.push({ pointer: keys.map(escapePointer).join("/"), reference: inner });
      else if (typeof inner === "object" && inner !== null && (isNames || !DATA.has(key)))
        visit(inner, key === "properties");
      keys.pop();
    }
  };
  visit(document, false);
  return found;
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
