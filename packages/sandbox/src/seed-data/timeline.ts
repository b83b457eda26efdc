/** The seeded world covers this many days. */
const WORLD_DAYS = 90;

const DAY_MS = 86_400_000;

/** The moment at which the seeded world ends. */
export interface Timeline {
  /** In epoch milliseconds. */
  readonly end: number;
  /** When number `index` of `count` happened, newest first: they are spread evenly over the days before the end. */
  timeOf(index: number, count: number): number;
}

export function createTimeline(end: number): Timeline {
  return { end, timeOf: (index, count) => Math.floor(end - (index / count) * WORLD_DAYS * DAY_MS) };
}
