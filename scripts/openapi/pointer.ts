/** A key as a part of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Decodes a part of a JSON pointer, percent-encoded or not, to its key. */
export function unescapePointer(part: string): string {
  const key = decodeFragment(part);
  // Hardly any key has one, and generation decodes very many.
  return key.includes("~") ? key.replaceAll("~1", "/").replaceAll("~0", "~") : key;
}

/** The keys of a JSON pointer. */
export function parsePointer(pointer: string): string[] {
  return pointer.split("/").slice(1).map(unescapePointer);
}

/** The JSON pointer of these keys as a URI fragment. */
export function toPointer(keys: readonly string[]): string {
  return ["#", ...keys.map(escapePointer)].join("/");
}

/** The pointer for a reader that decodes it as a URI, as Redocly's library does before it finds a line. */
export function encodePercent(pointer: string): string {
  return pointer.replaceAll("%", "%25");
}

/** The JSON pointer of a named schema. */
export function schemaPointer(name: string): string {
  return toPointer(["components", "schemas", name]);
}

/** The value to which keys lead; undefined if there is none. */
export function valueAt(value: unknown, keys: readonly string[]): unknown {
  return keys.reduce((node, key) => (Object.hasOwn(Object(node), key) ? Object(node)[key] : undefined), value);
}

/** Decodes a JSON pointer as a URI fragment; unchanged if it has a percent sign that is no code, as the bundler writes. */
export function decodeFragment(text: string): string {
  if (!text.includes("%")) return text;
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}
