/** A key as a part of a JSON pointer. */
export function escapePointer(key: string): string {
  return key.replaceAll("~", "~0").replaceAll("/", "~1");
}

/** Decodes a part of a JSON pointer, percent-encoded or not, to its key. */
export function unescapePointer(part: string): string {
  return decodeFragment(part).replaceAll("~1", "/").replaceAll("~0", "~");
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
