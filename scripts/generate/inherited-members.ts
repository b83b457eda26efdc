/**
 * Whether every object, such as `{}`, has a member of this name for TypeScript: an optional property of the name also
 * needs the type of that member, or no object without the property could be passed.
 */
export function isInherited(name: string): boolean {
  return name in Object.prototype && !name.startsWith("__");
}
