/** The number of days that the seed data covers. */
const SEEDED_DAYS = 90;

export const DAY_MS = 86_400_000;

/**
 * The time of element `index` of `count`, in epoch milliseconds and newest first: the times are spread evenly over the
 * days before the end.
 */
export function timeAt(end: number, index: number, count: number): number {
  return Math.floor(end - (index / count) * SEEDED_DAYS * DAY_MS);
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

/** As `timeAt`, except that one second has 600 chats if there are 2 000 or more. */
export function chatTimeAt(end: number, index: number, count: number): number {
  const position = Math.floor(index);
  const isInBurst = count >= BURST.from && position >= BURST.start && position < BURST.start + BURST.length;
  return timeAt(end, isInBurst ? BURST.start + BURST.length / 2 : index, count);
}
