import { copyText } from "./json.js";

/** Removes secrets from a text and cuts it to a length, in characters. */
export type Redact = (text: string, maxLength: number) => string;

/** Values of a query that are shorter stand in too many words; in a URL they are found by their place. */
const MIN_VALUE_LENGTH = 3;

/** Makes the function that removes the key and the values of queries, however JSON or a URL writes them. */
export function createRedact(key: string, target: string): Redact {
  const [, query = ""] = target.split("?");
  const values = [...new URLSearchParams(query).values()].filter(({ length }) => length >= MIN_VALUE_LENGTH);
  const secrets = [key, ...values].filter(Boolean).flatMap(writings);
  const longest = Math.max(0, ...secrets.map(({ length }) => length));
  return (text, maxLength) => {
    const length = 2 * maxLength + longest;
    // A secret that is cut off at the end would not be found, so the last characters go.
    const head = text.length > length ? text.slice(0, length - longest) : text;
    const redacted = secrets
      .reduce((rest, secret) => rest.replaceAll(secret, "***"), head)
      .replaceAll(/([?&][\w.[\]%-]+=)[^&#\s"'`<>)\]}]+/g, "$1***");
    return copyText(redacted, maxLength);
  };
}

/** How a value may be written: as it is, in JSON, in a URL, in a form. */
function writings(value: string): string[] {
  const encoded = encodeURIComponent(value);
  return [value, JSON.stringify(value).slice(1, -1), encoded, encoded.replaceAll("%20", "+")];
}
