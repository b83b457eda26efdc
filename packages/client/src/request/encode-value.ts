import { invalidInput } from "../errors/invalid-input.js";
import { assertExact, isScalar } from "./plain-data.js";

/** Percent-encodes a value; undefined for a value that a URL cannot hold: NaN, -0, an object, a lone surrogate. */
export function encodeValue(name: string, value: unknown): string | undefined {
  assertExact(name, value);
  try {
    return isScalar(value) && !Object.is(value, -0) ? encodeURIComponent(value) : undefined;
  } catch {
    return undefined;
  }
}

/** The same for a query. Throws `InvalidInput` for a value that a URL cannot hold. */
export function encodeQueryValue(param: string, value: unknown): string {
  const text = encodeValue(param, value);
  if (text !== undefined) return text;
  throw invalidInput(param, "must be a well-formed string, a finite number other than -0 or a boolean");
}
