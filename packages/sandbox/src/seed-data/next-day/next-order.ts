import type { ListRules } from "./list-rules.js";

interface OrderChanges<Element> {
  readonly order: Uint32Array;
  readonly deleted: ReadonlySet<number>;
  readonly created: readonly number[];
  readonly restored: readonly number[];
  /** What becomes the newest by its change. */
  readonly renewed: readonly number[];
  read(ref: number): Element;
  /** When a ref was created or changed, in epoch milliseconds. */
  momentOf(ref: number): number;
}

/** The refs of a list on the next day. */
export function nextOrder<Element>({ order }: ListRules<Element>, changes: OrderChanges<Element>): Uint32Array {
  const { created, restored } = changes;
  if (order === "start") return join([...created].reverse(), restored, remaining(changes, []));
  if (order === "end") return join(remaining(changes, []), restored, created);
  const newest = sortByTime([...created, ...changes.renewed], changes.momentOf);
  return join(
    newest,
    insert(remaining(changes, changes.renewed), restored, (ref) => order.timeOf(changes.read(ref))),
  );
}

function remaining(
  { order, deleted }: Pick<OrderChanges<unknown>, "order" | "deleted">,
  moved: readonly number[],
): Uint32Array {
  const left = new Set(moved);
  // `filter` would collect a million numbers in a list first.
  const kept = new Uint32Array(order.length);
  let length = 0;
  for (const ref of order) {
    if (deleted.has(ref) || left.has(ref)) continue;
    kept[length] = ref;
    length += 1;
  }
  return kept.subarray(0, length);
}

function join(...parts: readonly ArrayLike<number>[]): Uint32Array {
  const joined = new Uint32Array(parts.reduce((sum, { length }) => sum + length, 0));
  let offset = 0;
  for (const part of parts) {
    joined.set(part, offset);
    offset += part.length;
  }
  return joined;
}

function sortByTime(refs: readonly number[], timeOf: (ref: number) => number): number[] {
  const timed = refs.map((ref) => ({ ref, time: timeOf(ref) }));
  return timed.sort((a, b) => b.time - a.time || a.ref - b.ref).map(({ ref }) => ref);
}

/** Puts refs where their time has them in a list that is newest first. */
function insert(order: Uint32Array, refs: readonly number[], timeOf: (ref: number) => number): Uint32Array {
  const parts: Uint32Array[] = [];
  let start = 0;
  for (const ref of sortByTime(refs, timeOf)) {
    const position = firstOlder(order, timeOf(ref), timeOf);
    parts.push(order.subarray(start, position), Uint32Array.of(ref));
    start = position;
  }
  return join(...parts, order.subarray(start));
}

function firstOlder(order: Uint32Array, time: number, timeOf: (ref: number) => number): number {
  let [low, high] = [0, order.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if (timeOf(order[middle] as number) >= time) low = middle + 1;
    else high = middle;
  }
  return low;
}
