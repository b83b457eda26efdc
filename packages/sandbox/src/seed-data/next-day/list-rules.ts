import type { Random } from "../random.js";
import type { Birth } from "../timeline.js";

/** When a record changes, and the random numbers that its change draws from. */
export interface ChangeMoment {
  /** In epoch milliseconds. */
  readonly time: number;
  readonly random: Random;
}

/** How the records of one list come into being and change. */
export interface ListRules<Element> {
  /** The singular, which its IDs begin with. */
  readonly noun: string;
  /** The fewest that a share above 0 stands for, where there are any. */
  readonly least: number;
  readonly order: Order<Element>;
  keyOf(element: Element): string;
  create(birth: Birth): Element;
  /** The ways in which a record can change: the changed ones are divided evenly among them. */
  readonly changes: readonly Change<Element>[];
}

export interface Change<Element> {
  /** Whether it is the newest from then on, where the list is in the order of time. */
  readonly renews: boolean;
  apply(element: Element, moment: ChangeMoment): Element;
}

/** Where new and restored records stand: at the start, at the end, or newest first by a time in epoch milliseconds. */
export type Order<Element> = "start" | "end" | { readonly timeOf: (element: Element) => number };
