import type { Random } from "../random.js";

/** Chooses different integers below `length`, in random order (R. Floyd, "A sample of brilliance"). */
export function choose(random: Random, length: number, count: number): number[] {
  const chosen = new Set<number>();
  for (let end = length - count; end < length; end += 1) {
    const candidate = Math.floor(random() * (end + 1));
    chosen.add(chosen.has(candidate) ? end : candidate);
  }
  const list = [...chosen];
  // Floyd's order favors the end, and the first of the chosen are deleted.
  for (let last = list.length - 1; last > 0; last -= 1) {
    const other = Math.floor(random() * (last + 1));
    [list[last], list[other]] = [list[other] as number, list[last] as number];
  }
  return list;
}

/** The number for a share of a list: at least `least` if the share is above 0, and at most the length. */
export function countOf(share: number, length: number, minimum: number): number {
  return share === 0 ? 0 : Math.min(length, Math.max(Math.round(share * length), minimum));
}
