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
