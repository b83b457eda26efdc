import type { Source } from "../lazy-array.js";
import { partitionPoint } from "../partition-point.js";
import { createRandom, type Random } from "../random.js";
import type { ChangeMoment, ListRules } from "./list-rules.js";

/** The changes of a list on one day. A ref is a number that identifies a record and never changes. */
export interface Day {
  /** Determines everything about the day, with the seed. */
  readonly stream: string;
  /** The seed of the account. */
  readonly seed: number;
  /** The day begins after `from` and ends at `to`, in epoch milliseconds. */
  readonly from: number;
  readonly to: number;
  /** The first ref of the records that were created on this day. */
  readonly firstRef: number;
  readonly created: number;
  /** The number in the ID of the first of these records, counted from 0. */
  readonly firstIndex: number;
  /** The refs that changed, in ascending order, for each way to change. */
  readonly changed: readonly Uint32Array[];
}

/** The records of a list on every day, each created when it is read. */
export class RecordVersions<Element> {
  readonly #rules: ListRules<Element>;
  readonly #base: Source<Element>;
  readonly #days: Day[] = [];
  #length: number;

  constructor(rules: ListRules<Element>, base: Source<Element>) {
    this.#rules = rules;
    this.#base = base;
    this.#length = base.length;
  }

  /** The number of records that have ever existed. */
  get length(): number {
    return this.#length;
  }

  /** The number of days that have passed. */
  get days(): number {
    return this.#days.length;
  }

  add(day: Day): void {
    this.#days.push(day);
    this.#length += day.created;
  }

  /** The version of a record after a number of days. */
  at(ref: number, days: number): Element {
    let element = ref < this.#base.length ? this.#base.at(ref) : this.#create(ref);
    for (const day of this.#days.slice(0, days)) {
      const way = day.changed.findIndex((refs) => includes(refs, ref));
      const change = this.#rules.changes[way];
      if (change) element = change.apply(element, momentOf(day, ref));
    }
    return element;
  }

  #create(ref: number): Element {
    const day = this.#days.find(({ firstRef, created }) => ref >= firstRef && ref < firstRef + created);
    if (!day) throw new RangeError(`record ${ref} must exist`);
    const { seed, stream, firstIndex, firstRef, to } = day;
    const { time } = momentOf(day, ref);
    return this.#rules.create({ seed, stream, index: firstIndex + ref - firstRef, timeOf: () => time, end: to });
  }
}

/** When a record is created or changes on a day. */
export function momentOf({ stream, from, to }: Day, ref: number): ChangeMoment {
  const random: Random = createRandom(stream, ref);
  return { time: from + Math.ceil((1 - random()) * (to - from)), random };
}

function includes(sorted: Uint32Array, ref: number): boolean {
  return sorted[partitionPoint(sorted.length, (index) => (sorted[index] as number) < ref)] === ref;
}
