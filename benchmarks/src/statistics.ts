/** The middle value, or the mean of the two middle ones. */
export function median(values: readonly number[]): number {
  const sorted = values.toSorted((left, right) => left - right);
  const middle = sorted.length / 2;
  const upper = sorted[Math.floor(middle)] ?? Number.NaN;
  return Number.isInteger(middle) ? ((sorted[middle - 1] ?? Number.NaN) + upper) / 2 : upper;
}

/** The median of the ratios within each round, so that a slow round affects both sides. */
export function ratio(values: readonly number[], base: readonly number[]): number {
  return median(values.map((value, round) => value / (base[round] ?? Number.NaN)));
}

/** The same items in random order (Fisher and Yates). */
export function shuffle<Item>(items: readonly Item[], random: () => number = Math.random): Item[] {
  const shuffled = [...items];
  for (let last = shuffled.length - 1; last > 0; last--) {
    const other = Math.floor(random() * (last + 1));
    [shuffled[last], shuffled[other]] = [shuffled[other] as Item, shuffled[last] as Item];
  }
  return shuffled;
}

/** Measures every item once a round, in random order. Returns the values of an item by round; none for another item. */
export async function interleave<Item, Value>(
  items: readonly Item[],
  rounds: number,
  measure: (item: Item) => Promise<Value>,
): Promise<(item: Item | undefined) => readonly Value[]> {
  const values = new Map<Item | undefined, Value[]>(items.map((item) => [item, []]));
  for (let round = 0; round < rounds; round++) {
    for (const item of shuffle(items)) values.get(item)?.push(await measure(item));
  }
  return (item) => values.get(item) ?? [];
}
