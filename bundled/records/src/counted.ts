/** A number with its noun, such as `2 leads` and `1 lead`. */
export function counted(count: number, plural: string): string {
  return `${count} ${count === 1 ? toSingular(plural) : plural}`;
}

/** The regular nouns of English. */
function toSingular(plural: string): string {
  if (/ies$/.test(plural)) return plural.replace(/ies$/, "y");
  return plural.replace(/(?<=ss|x|ch|sh)es$|(?<!s)s$/, "");
}
