import { withFallback } from "../with-fallback.js";

/** Removes secrets from a text and truncates it to a length, in characters. */
export type Redact = (text: string, maxLength: number) => string;

/** A shorter value of a query occurs in too many words; in a URL it is found by its position. */
const MIN_VALUE_LENGTH = 3;

/**
 * Creates the function that removes the keys, one per line, and the values of queries, however JSON or a URL encodes
 * them.
 */
export function createRedact(apiKeys: string, requestUrl: string): Redact {
  // By hand, since the `URLSearchParams` of React Native reads nothing before 0.80.
  const values = requestUrl
    .split(/[?&][^=]*=/)
    .slice(1)
    .map((value) => withFallback(() => decodeURIComponent(value.replaceAll("+", "%20")), value))
    .filter((value) => value.length >= MIN_VALUE_LENGTH);
  // The longest first: one value may be the beginning of another.
  const secrets = [...apiKeys.split("\n"), ...values]
    .filter(Boolean)
    .flatMap(spellings)
    .sort((a, b) => b.length - a.length);
  const longest = secrets[0]?.length ?? 1;
  return (text, maxLength) => {
    const head = text.slice(0, 2 * maxLength + longest);
    const redacted = secrets
      .reduce((rest, secret) => rest.replaceAll(secret, "***"), head)
      .replaceAll(/([?&][^=?&\s]+=)[^&#\s"'`<>)\]}]+/g, "$1***");
    // A secret that is cut at the end of the head is not found, so the last characters are dropped.
    return truncate(head === text ? redacted : redacted.slice(0, -longest), maxLength);
  };
}

/** The forms of a value: unchanged, in JSON, in a URL, in a form. */
function spellings(value: string): string[] {
  const encoded = encodeURIComponent(value);
  return [value, JSON.stringify(value).slice(1, -1), encoded, encoded.replaceAll("%20", "+")];
}

/** The beginning of a text, as a copy: engines keep a whole string in memory for a part of it. */
export function truncate(text: string, length: number): string {
  return [...text.slice(0, length)].join("");
}
