import { createLazyArray, type Source, unchangedSource } from "../lazy-array.js";
import { createRandom } from "../random.js";
import { recordId } from "../record-id.js";
import type { Shares } from "./advance-options.js";
import { choose, countOf } from "./choose.js";
import type { ListRules } from "./list-rules.js";
import { nextOrder } from "./next-order.js";
import { type Day, momentOf, RecordVersions } from "./record-versions.js";

/** The keys of the records that differ from the previous day. */
export interface ListChanges {
  readonly created: string[];
  readonly updated: string[];
  readonly deleted: string[];
  readonly restored: string[];
}

/** The history of a list; `list` is its last state. */
export interface ListHistory<Element> {
  readonly versions: RecordVersions<Element>;
  readonly list: Element[];
  /** The refs of `list`. */
  readonly order: Source<number>;
  /** The refs of deleted records. */
  readonly deleted: Uint32Array;
  /** The number in the next ID, counted from 0. */
  readonly nextIndex: number;
}

/** A future day. */
export interface DayPlan extends Shares, Pick<Day, "stream" | "seed" | "from" | "to"> {}

/** Further rules for whether a record exists. */
export interface Membership<Element> {
  /** Whether a record is always deleted. */
  mustGo?(element: Element): boolean;
  mayReturn?(element: Element): boolean;
}

/** What is known of a list before its next day. */
export interface KnownList<Element> extends Pick<ListHistory<Element>, "list" | "nextIndex"> {
  /** Undefined on the first day. */
  readonly before: ListHistory<Element> | undefined;
}

/** The next day of a list. The given list is not changed, since a response may be reading it. */
export function advanceList<Element>(
  rules: ListRules<Element>,
  known: KnownList<Element>,
  plan: DayPlan,
  membership: Membership<Element> = {},
): { readonly history: ListHistory<Element>; readonly changes: ListChanges } {
  const before = historyOf(rules, known, plan.seed);
  const { versions } = before;
  const chosen = chooseRefs(rules, before, plan, membership);
  const day: Day = {
    ...plan,
    firstRef: versions.length,
    created: chosen.created,
    firstIndex: before.nextIndex,
    changed: divide(chosen.changed, rules.changes.length),
  };
  const created = Array.from({ length: day.created }, (_, position) => day.firstRef + position);
  versions.add(day);

  const days = versions.days;
  const refs = nextOrder(rules, {
    ...chosen,
    order: before.order,
    created,
    renewed: rules.changes.flatMap(({ renews }, way) => (renews ? [...(day.changed[way] ?? [])] : [])),
    read: (ref) => versions.at(ref, days),
    momentOf: (ref) => momentOf(day, ref).time,
  });
  const order = toSource(refs);
  const returned = new Set(chosen.restored);
  const history = {
    versions,
    list: createLazyArray(order.length, (position) => versions.at(order.at(position), days)),
    order,
    deleted: Uint32Array.from([...before.deleted.filter((ref) => !returned.has(ref)), ...chosen.deleted]),
    nextIndex: before.nextIndex + day.created,
  };
  const keys = (refs: Iterable<number>) => Array.from(refs, (ref) => rules.keyOf(versions.at(ref, days)));
  const changes = {
    created: keys(created),
    updated: keys(chosen.changed),
    deleted: keys(chosen.deleted),
    restored: keys(chosen.restored),
  };
  return { history, changes };
}

interface ChosenRefs {
  readonly created: number;
  readonly changed: readonly number[];
  readonly deleted: ReadonlySet<number>;
  readonly restored: readonly number[];
}

function chooseRefs<Element>(
  { noun, minimum }: ListRules<Element>,
  { versions, order, deleted }: ListHistory<Element>,
  plan: DayPlan,
  { mustGo, mayReturn = () => true }: Membership<Element>,
): ChosenRefs {
  const random = createRandom(plan.stream, noun, "choice");
  const today = versions.days;
  const at = (ref: number): Element => versions.at(ref, today);
  const { length } = order;

  const deletions = countOf(plan.deletedShare, length, minimum);
  const changes = Math.min(countOf(plan.changedShare, length, minimum), length - deletions);
  const chosen = choose(random, length, deletions + changes).map((position) => order.at(position));
  const forced = mustGo ? allOf(order).filter((ref) => mustGo(at(ref))) : [];
  const deletedToday = new Set([...chosen.slice(0, deletions), ...forced]);

  const returning = choose(random, deleted.length, countOf(plan.restoredShare, deleted.length, 0));
  return {
    created: countOf(plan.newShare, length, minimum),
    changed: chosen.slice(deletions).filter((ref) => !deletedToday.has(ref)),
    deleted: deletedToday,
    restored: returning.map((position) => deleted[position] as number).filter((ref) => mayReturn(at(ref))),
  };
}

/** The history of a list before its next day; it starts again if the list has been changed. */
function historyOf<Element>(
  rules: ListRules<Element>,
  { list, before, nextIndex }: KnownList<Element>,
  seed: number,
): ListHistory<Element> {
  const source = unchangedSource(list);
  if (source && before?.list === list) return before;
  const deleted = before ? Array.from(before.deleted, (ref) => before.versions.at(ref, before.versions.days)) : [];
  const base: Source<Element> = {
    length: list.length + deleted.length,
    at: (ref) => (ref < list.length ? (source?.at(ref) ?? list[ref]) : deleted[ref - list.length]) as Element,
  };
  return {
    versions: new RecordVersions(rules, base),
    list,
    order: inOrder(rules, list, source),
    deleted: Uint32Array.from(deleted, (_, position) => list.length + position),
    nextIndex: source ? Math.max(list.length, nextIndex) : freeIndex(rules, [...list, ...deleted], seed, nextIndex),
  };
}

function inOrder<Element>(
  { order }: ListRules<Element>,
  list: readonly Element[],
  source: Source<Element> | undefined,
): Source<number> {
  const asItIs: Source<number> = { length: list.length, at: (position) => position };
  if (source || typeof order === "string") return asItIs;
  const times = list.map((element) => order.timeOf(element));
  const refs = Uint32Array.from(allOf(asItIs));
  return toSource(refs.sort((a, b) => (times[b] ?? 0) - (times[a] ?? 0) || a - b));
}

function toSource(refs: Uint32Array): Source<number> {
  return { length: refs.length, at: (position) => refs[position] as number };
}

function allOf({ length, at }: Source<number>): number[] {
  return Array.from({ length }, (_, position) => at(position));
}

/** Skips the numbers of records that a test has added. */
function freeIndex<Element>(
  { noun, keyOf }: ListRules<Element>,
  elements: readonly Element[],
  seed: number,
  minimum: number,
): number {
  const prefix = recordId(noun, seed, 0).slice(0, -1);
  const numbers = elements
    .map(keyOf)
    .filter((key) => key?.startsWith(prefix))
    .map((key) => Number.parseInt(key.slice(prefix.length), 10));
  return numbers.filter(Number.isSafeInteger).reduce((highest, number) => Math.max(highest, number), minimum);
}

/** Divides refs in ascending order, in turn. */
function divide(refs: readonly number[], ways: number): Uint32Array[] {
  return Array.from({ length: ways }, (_, way) =>
    Uint32Array.from(refs.filter((_, turn) => turn % ways === way)).sort(),
  );
}
