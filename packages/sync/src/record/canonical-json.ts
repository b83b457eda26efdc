/** The number of key sets in the cache: an API has few, and a hostile one must not fill the memory. */
const MAX_SHAPES = 1000;

/** The keys of an object, in their order and sorted. */
interface Shape {
  readonly keys: readonly string[];
  readonly sortedKeys: readonly string[];
  /** The shape of the object that came after this one, and most likely comes again: the records of a list are alike. */
  next: Shape | undefined;
}

const shapes = new Map<string, Shape>();
let last: Shape = { keys: [], sortedKeys: [], next: undefined };

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
    // An assignment would set the prototype.
    if (key === "__proto__") Object.defineProperty(sorted, key, { value: child, enumerable: true });
    else sorted[key] = child;
  }
  return sorted;
}

/** Comparing with the expected keys is faster than a lookup, which is faster than sorting. */
function sortedKeysOf(object: object): readonly string[] {
  const keys = Object.keys(object);
  const expected = last.next;
  const shape = expected && areEqual(expected.keys, keys) ? expected : findShape(keys);
  last.next = shape;
  last = shape;
  return shape.sortedKeys;
}

function findShape(keys: readonly string[]): Shape {
  const name = keys.join("\0");
  const known = shapes.get(name);
  if (known && areEqual(known.keys, keys)) return known;

  if (shapes.size >= MAX_SHAPES) shapes.clear();
  const shape = { keys, sortedKeys: keys.toSorted(), next: undefined };
  shapes.set(name, shape);
  return shape;
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
