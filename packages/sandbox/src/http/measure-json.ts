/** The levels of nesting in a parsed value, and an upper estimate of its bytes in memory. */
export interface JsonSize {
  readonly depth: number;
  readonly bytes: number;
}

/** The most bytes that V8 needs for a value, an object, a property or a string, without the content. */
const VALUE_BYTES = 24;
const OBJECT_BYTES = 64;
const PROPERTY_BYTES = 64;
const STRING_BYTES = 24;

/** Level by level, since recursion would overflow the stack for deeply nested values. */
export function measureJson(json: unknown): JsonSize {
  let level = [json];
  let depth = 0;
  let bytes = 0;
  for (; level.length > 0; depth += 1) {
    const next: unknown[] = [];
    for (const value of level) {
      bytes += VALUE_BYTES;
      if (typeof value === "string") bytes += textBytes(value);
      if (typeof value !== "object" || value === null) continue;
      bytes += OBJECT_BYTES;
      const names = Array.isArray(value) ? [] : Object.keys(value);
      for (const name of names) bytes += PROPERTY_BYTES + 2 * name.length;
      for (const child of Object.values(value)) next.push(child);
    }
    level = next;
  }
  return { depth, bytes };
}

/** The size of a text that is not all ASCII. */
export function textBytes(text: string): number {
  return STRING_BYTES + 2 * text.length;
}
