/**
 * All text that can be printed of a value, and more: properties, enumerable or not, named or symbols, with its causes
 * and the properties of its prototypes.
 */
export function printed(value: unknown, print: (value: unknown) => string): string {
  return [print(value), String(value), JSON.stringify(value), ...walk(value, new Set())].join("\n");
}

function walk(value: unknown, seen: Set<unknown>): string[] {
  if (typeof value === "function") return [];
  if (Object(value) !== value) return [String(value)];
  if (seen.has(value)) return [];
  seen.add(value);
  const object = value as Record<PropertyKey, unknown>;
  const names = [...Reflect.ownKeys(object), "stack", "message", "cause"];
  return names.flatMap((name) => [String(name), ...walk(read(object, name), seen)]);
}

function read(object: Record<PropertyKey, unknown>, name: PropertyKey): unknown {
  try {
    return object[name];
  } catch (error) {
    return String(error);
  }
}
