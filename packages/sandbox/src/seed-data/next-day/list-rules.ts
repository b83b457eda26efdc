import type { Random } from "../random.js";
import type { Birth } from "../timeline.js";

/** The time of a record's change, and the random numbers for it. */
export interface ChangeMoment {
  /** In epoch milliseconds. */
  readonly time: number;
  readonly random: Random;
}

/** The rules for creating and changing the records of one list. */
export interface ListRules<Element> {
  /** The singular noun with which its IDs begin. */
  readonly noun: string;
  /** The minimum for a share above 0, if there are records. */
  readonly minimum: number;
  readonly order: Order<Element>;
  keyOf(element: Element): string;
  create(birth: Birth): Element;
  /** The ways in which a record can change: the changed records are divided evenly among them. */
  readonly changes: readonly Change<Element>[];
}

export interface Change<Element> {
  /** Whether the record becomes the newest, if the list is sorted by time. */
  readonly renews: boolean;
  apply(element: Element, moment: ChangeMoment): Element;
}

/**
 * The position of new and restored records: at the start, at the end, or newest first by a time in epoch milliseconds.
 */
export type Order<Element> = "start" | "end" | { readonly timeOf: (element: Element) => number };
