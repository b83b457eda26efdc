/** The number of key sets in the cache: an API has few, and a hostile one must not fill the memory. */
const MAX_SHAPES = 1000;

/** The keys of an object, in their order and sorted. */
interface Shape {
  readonly keys: readonly string[];
  readonly sortedKeys: readonly string[];
  readonly children: ExpectedShapes;
}

/**
 * For each sorted key, the shape of the object that was its value last time, and most likely is again: the records of a
 * list are alike.
 */
type ExpectedShapes = (Shape | undefined)[];

const shapes = new Map<string, Shape>();
let roots: ExpectedShapes = [];

/** Renders a JSON value with the keys of every object sorted, so that order and white space make no difference. */
export function toCanonicalJson(value: unknown): string {
  return JSON.stringify(sortKeys(value, roots, 0));
}

/** `index` is the place of the expected shape; the elements of an array share that of the array. */
function sortKeys(value: unknown, expected: ExpectedShapes, index: number): unknown {
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map((element) => sortKeys(element, expected, index));

  const sorted: Record<string, unknown> = {};
  const { sortedKeys, children } = shapeOf(value, expected, index);
  let position = 0;
  for (const key of sortedKeys) {
    const child = sortKeys((value as Record<string, unknown>)[key], children, position);
    // An assignment would set the prototype.
    if (key === "__proto__") Object.defineProperty(sorted, key, { value: child, enumerable: true });
    else sorted[key] = child;
    position += 1;
  }
  return sorted;
}

/** Comparing with the expected keys is faster than a lookup, which is faster than sorting. */
function shapeOf(object: object, expected: ExpectedShapes, index: number): Shape {
  const keys = Object.keys(object);
  const likely = expected[index];
  if (likely && areEqual(likely.keys, keys)) return likely;

  const shape = findShape(keys);
  expected[index] = shape;
  return shape;
}

function findShape(keys: readonly string[]): Shape {
  const name = keys.join("\0");
  const known = shapes.get(name);
  if (known && areEqual(known.keys, keys)) return known;

  if (shapes.size >= MAX_SHAPES) {
    shapes.clear();
    roots = [];
  }
  const shape = { keys, sortedKeys: keys.toSorted(), children: [] };
  shapes.set(name, shape);
  return shape;
}

function areEqual(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((text, index) => text === b[index]);
}
