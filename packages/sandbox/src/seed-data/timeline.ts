/** The number of days that the seed data covers. */
const SEEDED_DAYS = 90;

export const DAY_MS = 86_400_000;

/** The time that the seed data covers. */
export interface Timeline {
  /** In epoch milliseconds. */
  readonly end: number;
  /** The time of element `index` of `count`, newest first: the times are spread evenly over the days before the end. */
  timeOf(index: number, count: number): number;
}

export function createTimeline(end: number): Timeline {
  return { end, timeOf: (index, count) => Math.floor(end - (index / count) * SEEDED_DAYS * DAY_MS) };
}

/** The position of a record in the seed data, and its time. */
export interface Birth {
  /** Determines the people, who are the same in leads and chats. */
  readonly seed: number;
  /** Determines everything else. */
  readonly stream: number | string;
  /** The index of the record in its list, counted from 0. */
  readonly index: number;
  /** The time of the record at an index, in epoch milliseconds; may use the record's own random numbers. */
  timeOf(index: number, random: () => number): number;
  /** The latest time of the record, in epoch milliseconds. */
  readonly end: number;
}

/** A burst: in a large list, this many chats have their last message in the same second. */
const BURST = { from: 2_000, start: 700, length: 600 };

/** As `timeOf` of the timeline, except that one second has 600 chats if there are 2 000 or more. */
export function chatTimeOf(timeline: Timeline, index: number, count: number): number {
  const position = Math.floor(index);
  const isInBurst = count >= BURST.from && position >= BURST.start && position < BURST.start + BURST.length;
  return timeline.timeOf(isInBurst ? BURST.start + BURST.length / 2 : index, count);
}
