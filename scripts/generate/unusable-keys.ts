/** Members of every object of JavaScript, for which the tools beneath generation take a key of that name. */
const UNUSABLE = new Set(Object.getOwnPropertyNames(Object.prototype));
/** With these they go on, but resolve no reference below them. */
const USABLE_IN_PLACE = new Set(["constructor", "toString"]);

const ANY_UNUSABLE = new RegExp([...UNUSABLE].join("|"));

/** Whether a text has one of these names at all. */
export function mayHaveUnusableKeys(text: string): boolean {
  return ANY_UNUSABLE.test(text);
}

/** Finds the keys that no tool beneath generation survives, each as the keys that lead to it. */
export function findUnusableKeys(value: unknown): string[][] {
  const seen = new Set<unknown>();
  const found: string[][] = [];
  const visit = (node: unknown, keys: readonly string[]): void => {
    if (typeof node !== "object" || node === null || seen.has(node)) return;
    seen.add(node);
    for (const [key, inner] of Object.entries(node)) {
      const path = [...keys, key];
      if (!Array.isArray(node) && UNUSABLE.has(key) && !(USABLE_IN_PLACE.has(key) && !hasReference(inner)))
        found.push(path);
      else visit(inner, path);
    }
  };
  visit(value, []);
  return found;
}

export function describeUnusable(key: string): string {
  return USABLE_IN_PLACE.has(key)
    ? `The name "${key}" cannot be used with a $ref below it, since objects of JavaScript have it in another sense; rename it, or write the schema in place.`
    : `The name "${key}" cannot be used, since objects of JavaScript have it in another sense; rename it.`;
}

function hasReference(value: unknown): boolean {
  return JSON.stringify(value)?.includes('"$ref":') ?? false;
}
