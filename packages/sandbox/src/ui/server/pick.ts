type Values = Readonly<Record<string, unknown>>;

/** The values of an object that have one of these keys; undefined if there is none. */
export function pick(values: Values, keys: readonly string[]): Values | undefined {
  const found = keys.filter((key) => Object.hasOwn(values, key));
  return found.length > 0 ? Object.fromEntries(found.map((key) => [key, values[key]])) : undefined;
}

/** The values of an object that are defined; undefined if there is none. */
export function pickDefined(values: Values): Values | undefined {
  return pick(
    values,
    Object.keys(values).filter((key) => values[key] !== undefined),
  );
}
