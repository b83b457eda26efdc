/** Whether a value is a plain object. Tested by its shape, since an object of another realm has another prototype. */
export function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  if (typeof value !== "object" || !value) return false;
  const prototype: object | null = Object.getPrototypeOf(value);
  // Nearly every object is of this realm.
  if (!prototype || prototype === Object.prototype) return true;
  // `Object.prototype`, or a prototype without properties, as of `querystring.parse`.
  const addsNothing = Object.hasOwn(prototype, "isPrototypeOf") || Reflect.ownKeys(prototype).length === 0;
  return addsNothing && !Object.getPrototypeOf(prototype);
}
