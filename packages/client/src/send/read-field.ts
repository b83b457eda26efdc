/** How many prototypes of a value are looked at. */
const MAX_PROTOTYPES = 8;

/**
 * Reads a field of a value that nobody vouches for, such as what `fetch` rejected with. Only getters of the platform are
 * run; a value that cannot be looked at has no fields.
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
    // A proxy may throw, and so does a getter of the platform on a value that is not its own.
  }
  return undefined;
}

/** `stack` is an accessor in some engines, and so are all fields of a DOMException. */
function isPlatformGetter(name: PropertyKey, getter: unknown): boolean {
  const { DOMException } = globalThis as { DOMException?: { prototype: object } };
  const holders = [new Error(), Error.prototype, DOMException?.prototype];
  return !!getter && holders.some((holder) => holder && Object.getOwnPropertyDescriptor(holder, name)?.get === getter);
}
