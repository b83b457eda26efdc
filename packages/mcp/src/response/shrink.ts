import { sizeOf } from "./untrusted-data.js";

/** The number of characters of a text that are kept, in each step. */
const STEPS = [2000, 500, 100, 20];

/** JSON of a value within a number of bytes: long texts and arrays are truncated as far as necessary. */
export function shrink(value: unknown, maxBytes: number): { readonly json: string; readonly isCut: boolean } {
  const whole = JSON.stringify(value);
  if (sizeOf(whole) <= maxBytes) return { json: whole, isCut: false };

  for (const step of STEPS) {
    const json = JSON.stringify(cut(value, step));
    if (sizeOf(json) <= maxBytes) return { json, isCut: true };
  }
  return { json: Array.isArray(value) ? "[]" : "{}", isCut: true };
}

/** Truncates texts to a number of characters, and arrays to a twentieth as many elements, at any depth. */
export function cut(value: unknown, length: number): unknown {
  if (typeof value === "string") return value.length > length ? `${value.slice(0, length)}…` : value;
  if (Array.isArray(value)) return value.slice(0, length / 20).map((inner) => cut(inner, length));
  if (typeof value !== "object" || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, cut(inner, length)]));
}
