import { invalidInput } from "../errors/invalid-input.js";
import { isPlainObject } from "../plain-object.js";

export type Member = readonly [key: string, value: unknown];

/** Reads the members of a plain object, each once, so that the validated values are the sent ones. */
export function readMembers(name: string, value: unknown): Member[] {
  if (!isPlainObject(value)) throw invalidInput(name, "must be a plain object");
  const members = Object.entries(value);
  // `Reflect.ownKeys` returns both, but takes four times as long for an object.
  const keyCount = Object.getOwnPropertyNames(value).length + Object.getOwnPropertySymbols(value).length;
  if (members.length < keyCount) {
    throw invalidInput(name, "must have no symbol or hidden keys; they would be lost");
  }
  return members;
}

/** Reads the elements of an array, each once. */
export function readElements(name: string, array: readonly unknown[]): unknown[] {
  const { length } = array;
  // One key for each element, and the length.
  if (Reflect.ownKeys(array).length !== length + 1) {
    throw invalidInput(name, "must have no holes or named keys; they would be lost");
  }
  return Array.from({ length }, (_, index) => array[index]);
}

/** Returns the elements of an array, or a value alone. Throws for an empty array, of which nothing would be sent. */
export function readValues(name: string, value: unknown): unknown[] {
  const values = Array.isArray(value) ? readElements(name, value) : [value];
  if (values.length > 0) return values;
  throw invalidInput(name, "must not be an empty array; leave it out");
}

export function isScalar(value: unknown): value is string | number | boolean {
  return typeof value === "string" || typeof value === "boolean" || Number.isFinite(value);
}

/** Throws for an integer that a number cannot hold exactly, since it no longer has the value that was written. */
export function assertExact(name: string, value: unknown): void {
  if (Number.isInteger(value) && !Number.isSafeInteger(value)) {
    throw invalidInput(name, "must be a safe integer; pass a larger one as a string");
  }
}
