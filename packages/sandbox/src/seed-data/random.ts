/** Returns the next number of a repeatable series: from 0 (included) to 1 (excluded). */
export type Random = () => number;

/** Starts a series that depends only on the given parts (xmur3 into mulberry32, both in the public domain). */
export function createRandom(...parts: readonly (string | number)[]): Random {
  let state = hash(parts.join("/"));
  return () => {
    state = (state + 0x6d2b79f5) | 0;
    let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
    mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

/** A 32-bit hash of a text. */
export function hash(text: string): number {
  let value = 1779033703 ^ text.length;
  for (let index = 0; index < text.length; index += 1) {
    value = Math.imul(value ^ text.charCodeAt(index), 3432918353);
    value = (value << 13) | (value >>> 19);
  }
  value = Math.imul(value ^ (value >>> 16), 2246822507);
  return Math.imul(value ^ (value >>> 13), 3266489909);
}

/** An integer from `least` to `most`, both included. */
export function between(random: Random, minimum: number, maximum: number): number {
  return minimum + Math.floor(random() * (maximum - minimum + 1));
}

/** One of the options, of which there must be at least one. */
export function pick<Option>(random: Random, options: readonly Option[]): Option {
  return options[Math.floor(random() * options.length)] as Option;
}

/** A UUID of version 4. Written with concatenation, since it takes most of the time in which an item is generated. */
export function uuid(random: Random): string {
  let hex = "";
  while (hex.length < 32) hex += HEX_DIGITS[between(random, 0, 15)];
  const variant = HEX_DIGITS[between(random, 8, 11)];
  return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-${variant}${hex.slice(17, 20)}-${hex.slice(20)}`;
}

const HEX_DIGITS = "0123456789abcdef";
