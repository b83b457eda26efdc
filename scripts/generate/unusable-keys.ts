import { objectsIn } from "../openapi/objects-in.ts";
import { toPointer } from "../openapi/pointer.ts";
import type { SpecIssue } from "./spec-error.ts";

/** Members of every JavaScript object, which make the tools of generation crash on keys of these names. */
const UNUSABLE = new Set(Object.getOwnPropertyNames(Object.prototype));
/** With these they do not crash, but resolve no reference below them. */
const USABLE_IN_PLACE = new Set(["constructor", "toString"]);

const ANY_UNUSABLE = new RegExp([...UNUSABLE].join("|"));

const REASON = "since objects of JavaScript have it in another sense";

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
      const reason = Array.isArray(node) || !UNUSABLE.has(key) ? undefined : whyUnusable(key, inner);
      if (reason !== undefined) found.push({ pointer: toPointer(path), message: reason });
      else visit(inner, path);
    }
  };
  visit(value, []);
  return found;
}

function whyUnusable(key: string, value: unknown): string | undefined {
  if (!USABLE_IN_PLACE.has(key)) return describeTaken(key);
  if (hasReference(value))
    return `The name "${key}" cannot be used with a $ref below it, ${REASON}; rename it, or write the schema in place.`;
  // Redocly takes what has a name for one of its types.
  const isType = key === "constructor" && typeof Object(value).name === "string";
  return isType
    ? `The name "${key}" cannot be used with a text called "name" below it, ${REASON}; rename it, or leave it out.`
    : undefined;
}

export function describeTaken(key: string): string {
  return `The name "${key}" cannot be used, ${REASON}; rename it.`;
}

/** Also one that is no text, which crashes the tools below such a name. */
function hasReference(value: unknown): boolean {
  return [...objectsIn(value)].some((one) => Object.hasOwn(one, "$ref"));
}
