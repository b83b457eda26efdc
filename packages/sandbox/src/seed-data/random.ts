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

function hash(text: string): number {
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

/** A UUID of version 4. */
export function uuid(random: Random): string {
  const hex = Array.from({ length: 32 }, () => between(random, 0, 15).toString(16));
  hex[12] = "4";
  hex[16] = between(random, 8, 11).toString(16);
  const text = hex.join("");
  return [text.slice(0, 8), text.slice(8, 12), text.slice(12, 16), text.slice(16, 20), text.slice(20)].join("-");
}
