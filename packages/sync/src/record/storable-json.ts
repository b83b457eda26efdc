import { toCanonicalJson } from "./canonical-json.js";

const ESCAPED_UNSTORABLE = /\\u(?:0000|d[89a-f])/;

/** Renders a value as JSON with sorted keys, without the characters that databases reject. */
export function toStorableJson(value: unknown): string {
  const json = toCanonicalJson(value) ?? "null";
  return mayBeUnstorable(json) ? toCanonicalJson(replaceUnstorable(value)) : json;
}

/** Whether a JSON text may contain characters that databases reject: U+0000 and lone surrogates, which JSON escapes. */
function mayBeUnstorable(json: string): boolean {
  // Most texts have no such escape, which the expression alone takes many times as long to find.
  return json.includes("\\u") && ESCAPED_UNSTORABLE.test(json);
}

/** Replaces U+0000 by its symbol U+2400 and lone surrogates by U+FFFD, in values and keys: `jsonb` rejects both. */
function replaceUnstorable(value: unknown): unknown {
  if (typeof value === "string") return toStorableText(value);
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(replaceUnstorable);
  return Object.fromEntries(
    Object.entries(value).map(([key, child]) => [toStorableText(key), replaceUnstorable(child)]),
  );
}

export function toStorableText(text: string): string {
  return text.replaceAll("\0", "\u2400").toWellFormed();
}
