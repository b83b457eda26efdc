/** The seed data covers this many days. */
const SEEDED_DAYS = 90;

export const DAY_MS = 86_400_000;

/** The time that the seed data covers. */
export interface Timeline {
  /** In epoch milliseconds. */
  readonly end: number;
  /** When number `index` of `count` happened, newest first: they are spread evenly over the days before the end. */
  timeOf(index: number, count: number): number;
}

export function createTimeline(end: number): Timeline {
  return { end, timeOf: (index, count) => Math.floor(end - (index / count) * SEEDED_DAYS * DAY_MS) };
}

/** Where a record stands in the seed data, and when it happened. */
export interface Birth {
  /** Decides who people are: the same in leads and chats. */
  readonly seed: number;
  /** Decides all else. */
  readonly stream: number | string;
  /** Counts the records of a list from 0. */
  readonly index: number;
  /** When the record of an index happened, in epoch milliseconds; may draw from the record's own random numbers. */
  timeOf(index: number, random: () => number): number;
  /** No time of the record is later, in epoch milliseconds. */
  readonly end: number;
}

/** A burst: in a large list this many chats have their last message in the same second. */
const BURST = { from: 2_000, start: 700, length: 600 };

/** Like `timeOf` of the timeline, except that a second holds 600 chats where there are 2 000 or more. */
export function chatTimeOf(timeline: Timeline, index: number, count: number): number {
  const position = Math.floor(index);
  const isInBurst = count >= BURST.from && position >= BURST.start && position < BURST.start + BURST.length;
  return timeline.timeOf(isInBurst ? BURST.start + BURST.length / 2 : index, count);
}
