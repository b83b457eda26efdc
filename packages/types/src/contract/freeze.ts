/** Freezes a value and everything in it, except the values of getters, which are frozen where they are defined. */
export function freeze<Value extends object>(value: Value): Value {
  if (Object.isFrozen(value)) return value;
  Object.freeze(value);
  for (const { value: inner } of Object.values(Object.getOwnPropertyDescriptors(value)))
    if (typeof inner === "object" && inner !== null) freeze(inner);
  return value;
}
