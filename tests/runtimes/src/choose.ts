/** The names that were asked for, or all of them; the first part of a name stands for all that begin with it. */
export function choose(asked: readonly string[], known: readonly string[]): readonly string[] {
  const matches = (name: string, one: string) => one === name || one.startsWith(`${name}-`);
  const unknown = asked.find((name) => !known.some((one) => matches(name, one)));
  if (unknown !== undefined) throw new Error(`There is no ${unknown}. There are: ${known.join(", ")}.`);
  return asked.length === 0 ? known : known.filter((one) => asked.some((name) => matches(name, one)));
}
