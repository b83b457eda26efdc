/** The number of prototypes that are searched. */
const MAX_PROTOTYPES = 8;

/**
 * Reads a field of an untrusted value, such as the reason of a rejected `fetch`. Runs only getters of the platform; a
 * value that cannot be inspected has no fields.
 */
export function readField(value: unknown, name: PropertyKey): unknown {
  if (Object(value) !== value) return undefined;
  try {
    let holder = value as object | null;
    for (let level = 0; holder && level < MAX_PROTOTYPES; level++) {
      const field = Object.getOwnPropertyDescriptor(holder, name);
      if (field) return isPlatformGetter(name, field.get) ? field.get?.call(value) : field.value;
      holder = Object.getPrototypeOf(holder);
    }
  } catch {
    // A proxy may throw, and so may a getter of the platform on a value of another type.
  }
  return undefined;
}

/** `stack` is an accessor in some engines, and so are all fields of a DOMException. */
function isPlatformGetter(name: PropertyKey, getter: unknown): boolean {
  const { DOMException } = globalThis as { DOMException?: { prototype: object } };
  const holders = [new Error(), Error.prototype, DOMException?.prototype];
  return !!getter && holders.some((holder) => holder && Object.getOwnPropertyDescriptor(holder, name)?.get === getter);
}
