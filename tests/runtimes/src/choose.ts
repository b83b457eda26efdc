/** The chosen names, or all of them; the first part of a name chooses all that start with it. */
export function choose(names: readonly string[], known: readonly string[]): readonly string[] {
  const matches = (name: string, one: string) => one === name || one.startsWith(`${name}-`);
  const unknown = names.find((name) => !known.some((one) => matches(name, one)));
  if (unknown !== undefined) throw new Error(`unknown name "${unknown}"; expected ${known.join(", ")}`);
  return names.length === 0 ? known : known.filter((one) => names.some((name) => matches(name, one)));
}
