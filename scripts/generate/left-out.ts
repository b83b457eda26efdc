import { type Document, type Reference, resolve, type Schema } from "../openapi/document.ts";

type Given = Schema | Reference;
export type Mark = "readOnly" | "writeOnly";

/**
 * The names of an object's properties with the keyword, in any part of its schema and in every form of it. Since no
 * schema is a part of itself, the search ends.
 */
export function leftOut(document: Document, given: Given, mark: Mark): Set<string> {
  const { properties = {}, allOf = [], oneOf = [], anyOf = [] } = resolve<Schema>(document, given);
  const own = Object.entries(properties)
    .filter(([, property]) => resolve<Schema>(document, property)[mark] === true)
    .map(([name]) => name);
  const leftOutOf = (parts: readonly Given[]): Set<string>[] => parts.map((part) => leftOut(document, part, mark));
  const inForms = [oneOf, anyOf].flatMap((forms) => [...intersect(leftOutOf(forms))]);
  return new Set([...own, ...leftOutOf(allOf).flatMap((names) => [...names]), ...inForms]);
}

/** Whether a schema requires one of these properties, none of which it leaves out itself. */
export function requiresAny(document: Document, given: Given, names: readonly string[], mark: Mark): boolean {
  const own = leftOut(document, given, mark);
  const others = names.filter((name) => !own.has(name));
  const { required = [], allOf = [], oneOf = [], anyOf = [] } = resolve<Schema>(document, given);
  const parts = [...allOf, ...oneOf, ...anyOf];
  return (
    others.some((name) => required.includes(name)) ||
    parts.some((part) => others.length > 0 && requiresAny(document, part, others, mark))
  );
}

function intersect(sets: readonly Set<string>[]): Set<string> {
  const [first = new Set<string>(), ...others] = sets;
  return new Set([...first].filter((name) => others.every((other) => other.has(name))));
}
