/** How many sets of keys are kept: an API has a few, and a hostile one does not fill the memory. */
const MAX_SHAPES = 1000;

const sortedKeysByShape = new Map<string, readonly string[]>();

/** Renders a JSON value with the keys of every object sorted, so that order and white space make no difference. */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(sortKeys(value));
}

function sortKeys(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(sortKeys);

  const sorted: Record<string, unknown> = {};
  for (const key of sortedKeysOf(value)) {
    const child = sortKeys((value as Record<string, unknown>)[key]);
    // By assignment it would become the prototype.
    if (key === "__proto__") Object.defineProperty(sorted, key, { value: child, enumerable: true });
    else sorted[key] = child;
  }
  return sorted;
}

/** Sorting takes longer than looking up what has been sorted before: records of a list have few sets of keys. */
function sortedKeysOf(object: object): readonly string[] {
  const keys = Object.keys(object);
  const shape = keys.join("\0");
  const known = sortedKeysByShape.get(shape);
  if (known) return known;

  if (sortedKeysByShape.size >= MAX_SHAPES) sortedKeysByShape.clear();
  keys.sort();
  sortedKeysByShape.set(shape, keys);
  return keys;
}
