import { objectsIn } from "../openapi/objects-in.ts";
import { toPointer } from "../openapi/pointer.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Members of every JavaScript object, which make the tools of generation crash on keys of these names. */
const UNUSABLE = new Set(Object.getOwnPropertyNames(Object.prototype));
/** With these they do not crash, but resolve no reference below them. */
const USABLE_IN_PLACE = new Set(["constructor", "toString"]);

const ANY_UNUSABLE = new RegExp([...UNUSABLE].join("|"));

/** Whether a text contains one of these names. */
export function mayHaveUnusableKeys(text: string): boolean {
  return ANY_UNUSABLE.test(text);
}

type UnusableKey = Required<Pick<SpecIssue, "pointer" | "message">>;

/** Finds the keys on which the tools crash. */
export function findUnusableKeys(value: unknown): UnusableKey[] {
  const seen = new Set<unknown>();
  const found: UnusableKey[] = [];
  const visit = (node: unknown, keys: readonly string[]): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, inner] of Object.entries(node)) {
      const path = [...keys, key];
      if (!Array.isArray(node) && UNUSABLE.has(key) && !(USABLE_IN_PLACE.has(key) && !hasReference(inner)))
        found.push({ pointer: toPointer(path), message: describeUnusable(key) });
      else visit(inner, path);
    }
  };
  visit(value, []);
  return found;
}

function describeUnusable(key: string): string {
  return USABLE_IN_PLACE.has(key)
    ? `The name "${key}" cannot be used with a $ref below it, since objects of JavaScript have it in another sense; rename it, or write the schema in place.`
    : describeTaken(key);
}

export function describeTaken(key: string): string {
  return `The name "${key}" cannot be used, since objects of JavaScript have it in another sense; rename it.`;
}

/** Also one that is no text, which crashes the tools below such a name. */
function hasReference(value: unknown): boolean {
  return [...objectsIn(value)].some((one) => Object.hasOwn(one, "$ref"));
}
