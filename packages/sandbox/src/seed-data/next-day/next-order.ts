import type { Source } from "../lazy-array.js";
import { partitionPoint } from "../partition-point.js";
import type { ListRules } from "./list-rules.js";

interface OrderChanges<Element> {
  readonly order: Source<number>;
  readonly deleted: ReadonlySet<number>;
  readonly created: readonly number[];
  readonly restored: readonly number[];
  /** The refs that become the newest by their change. */
  readonly renewed: readonly number[];
  read(ref: number): Element;
  /** When a ref was created or changed, in epoch milliseconds. */
  momentOf(ref: number): number;
}

/** The refs of a list on the next day, each written to its place once: a million take much memory. */
export function nextOrder<Element>({ order }: ListRules<Element>, changes: OrderChanges<Element>): Uint32Array {
  const { created, restored } = changes;
  const next = new Uint32Array(changes.order.length - changes.deleted.size + created.length + restored.length);
  switch (order) {
    case "start":
      next.set([...created].reverse());
      next.set(restored, created.length);
      writeRemaining(next.subarray(created.length + restored.length), changes, []);
      return next;
    case "end":
      writeRemaining(next, changes, []);
      next.set(restored, next.length - created.length - restored.length);
      next.set(created, next.length - created.length);
      return next;
    default: {
      const newest = sortByTime([...created, ...changes.renewed], changes.momentOf);
      const older = next.subarray(newest.length);
      next.set(newest);
      writeRemaining(older, changes, changes.renewed);
      insert(older, restored, (ref) => order.timeOf(changes.read(ref)));
      return next;
    }
  }
}

function writeRemaining(
  target: Uint32Array,
  { order, deleted }: Pick<OrderChanges<unknown>, "order" | "deleted">,
  moved: readonly number[],
): void {
  const left = new Set(moved);
  let length = 0;
  for (let position = 0; position < order.length; position += 1) {
    const ref = order.at(position);
    if (deleted.has(ref) || left.has(ref)) continue;
    target[length] = ref;
    length += 1;
  }
}

function sortByTime(refs: readonly number[], timeOf: (ref: number) => number): number[] {
  const timed = refs.map((ref) => ({ ref, time: timeOf(ref) }));
  return timed.sort((a, b) => b.time - a.time || a.ref - b.ref).map(({ ref }) => ref);
}

/** Inserts refs by their time in a list that is sorted newest first and has free places at its end. */
function insert(list: Uint32Array, refs: readonly number[], timeOf: (ref: number) => number): void {
  let end = list.length - refs.length;
  let room = refs.length;
  for (const ref of sortByTime(refs, timeOf).reverse()) {
    const time = timeOf(ref);
    const position = partitionPoint(end, (index) => timeOf(list[index] as number) >= time);
    list.copyWithin(position + room, position, end);
    room -= 1;
    list[position + room] = ref;
    end = position;
  }
}
