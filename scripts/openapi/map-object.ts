/** An object with each value changed. One of which nothing changes is not copied: most of a large document stays as it is. */
export function mapObject(value: unknown, change: (inner: unknown, key: string) => unknown): unknown {
  if (typeof value !== "object" || value === null || Array.isArray(value)) return value;
  const entries = Object.entries(value);
  const mapped = entries.map(([key, inner]) => [key, change(inner, key)] as const);
  return mapped.every(([, inner], index) => inner === entries[index]?.[1]) ? value : Object.fromEntries(mapped);
}

/** The same for an array. */
export function mapList(value: unknown, change: (inner: unknown, key: string) => unknown): unknown {
  if (!Array.isArray(value)) return value;
  const mapped = value.map((inner, index) => change(inner, String(index)));
  return mapped.every((inner, index) => inner === value[index]) ? value : mapped;
}
