import { invalidInput } from "../errors/invalid-input.js";
import { isPlainObject } from "../plain-object.js";
import { assertExact, isScalar, type Member, readElements, readMembers } from "./plain-data.js";

/** Far deeper than any real value; stops at a value that contains itself. */
const MAX_DEPTH = 100;

/**
 * Writes a value as JSON. Throws `InvalidInput`, naming the place, for a value that JSON would drop or change.
 * Validates and writes in one pass, since a value that is read twice may differ the second time.
 */
export function writeJson(name: string, value: unknown, depth = 0): string {
  if (value === null || isScalar(value)) {
    assertExact(name, value);
    return Object.is(value, -0) ? "-0" : JSON.stringify(value);
  }
  if (depth < MAX_DEPTH && Array.isArray(value)) {
    const elements = readElements(name, value);
    return `[${elements.map((element, index) => writeJson(`${name}[${index}]`, element, depth + 1)).join()}]`;
  }
  if (depth < MAX_DEPTH && isPlainObject(value)) return writeMembers(`${name}.`, readMembers(name, value), depth + 1);
  throw invalidInput(name, "must be a JSON value; it would be lost or changed");
}

/** Writes an object from its members, without those that are `undefined`, as in JSON. `prefix` precedes their names. */
export function writeMembers(prefix: string, members: readonly Member[], depth = 1): string {
  let text = "";
  for (const [key, value] of members) {
    if (value === undefined) continue;
    text += `${text && ","}${JSON.stringify(key)}:${writeJson(prefix + key, value, depth)}`;
  }
  return `{${text}}`;
}
