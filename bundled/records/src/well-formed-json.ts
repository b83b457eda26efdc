/**
 * The JSON of `JSON.stringify`, with U+FFFD in place of lone surrogates, as in UTF-8. For one of their escapes, jq,
 * DuckDB and PostgreSQL reject a whole file.
 */
export function toWellFormedJson(value: unknown): string {
  const json = JSON.stringify(value);
  // A pair is not escaped, so each such escape is of a lone surrogate.
  if (!json.includes("\\ud")) return json;
  return json.replace(ESCAPE, (whole, surrogate) => (surrogate === undefined ? whole : "\ufffd"));
}

/** Any escape, since the second of two backslashes begins none. */
const ESCAPE = /\\(?:u(d[89a-f][0-9a-f]{2})|.)/g;
