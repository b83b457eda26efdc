/** Every object in a value, the value itself included, once each, also in one that contains itself. */
export function objectsIn(value: unknown): Set<object> {
  const found = new Set<object>();
  const add = (inner: unknown): void => {
    if (typeof inner === "object" && inner !== null) found.add(inner);
  };
  add(value);
  // The set grows while it is read.
  for (const one of found) for (const inner of Object.values(one)) add(inner);
  return found;
}
