/** Whether no text in a JSON value has a lone surrogate: readers of JSON columns would reject the whole file. */
export function isWellFormed(value: unknown): boolean {
  if (typeof value === "string") return value.isWellFormed();
  if (typeof value !== "object" || value === null) return true;
  for (const key in value) {
    // For an array, the keys are its indices.
    if (!key.isWellFormed() || !isWellFormed(value[key as keyof typeof value])) return false;
  }
  return true;
}

/** The same value with U+FFFD in place of lone surrogates, as in UTF-8. */
export function toWellFormed(value: unknown): unknown {
  if (typeof value === "string") return value.toWellFormed();
  if (typeof value !== "object" || value === null) return value;
  if (Array.isArray(value)) return value.map(toWellFormed);
  return Object.fromEntries(Object.entries(value).map(([name, inner]) => [name.toWellFormed(), toWellFormed(inner)]));
}
