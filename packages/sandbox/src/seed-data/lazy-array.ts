import { hash } from "./random.js";

/** A list of up to this many elements is created at once. */
const EAGER_LENGTH = 10_000;

/** Above this length, V8 stores the elements of an array in a dictionary, not in a row. */
const SPARSE_LENGTH = 2 ** 25 + 1;

/** Elements that are a function of their index. */
export interface Source<Element> {
  readonly length: number;
  at(index: number): Element;
}

interface Origin {
  readonly source: Source<unknown>;
  readonly cached: unknown[];
  /** The indices that have been read, whose elements are in `cached`. */
  readonly read: ReadonlySet<number>;
  /** The hashes of the keys of `source`, as far as they have been searched. */
  readonly keyHashes: number[];
  isChanged: boolean;
}

const origins = new WeakMap<readonly unknown[], Origin>();

/**
 * Creates a list from a function of the index. In a long list, each element is created when it is first read and then
 * kept, so that a million elements cost nothing until they are read.
 */
export function createLazyArray<Element>(length: number, make: (index: number) => Element): Element[] {
  if (length <= EAGER_LENGTH) return Array.from({ length }, (_, index) => make(index));
  const cached: Element[] = [];
  // V8 would reserve memory for every element of an array of this length. It reserves none once the array has been
  // longer than the arrays that it stores in a row.
  cached.length = SPARSE_LENGTH;
  cached.length = length;
  const read = new Set<number>();
  const origin: Origin = { source: { length, at: make }, cached, read, keyHashes: [], isChanged: false };
  const isUnreadKey = (key: string | symbol): key is string =>
    typeof key === "string" && /^\d+$/.test(key) && isUnread(origin, Number(key));
  const change = (): void => {
    origin.isChanged = true;
  };
  const list = new Proxy(cached, {
    get(target, key, receiver) {
      if (isUnreadKey(key)) {
        target[Number(key)] = make(Number(key));
        read.add(Number(key));
      }
      return Reflect.get(target, key, receiver);
    },
    has: (target, key) => isUnreadKey(key) || Reflect.has(target, key),
    defineProperty(target, key, descriptor) {
      change();
      return Reflect.defineProperty(target, key, descriptor);
    },
    deleteProperty(target, key) {
      change();
      return Reflect.deleteProperty(target, key);
    },
  });
  origins.set(list, origin);
  return list;
}

/** Reads a list from first to last without keeping the elements that it creates. */
export function* each<Element>(list: readonly Element[]): Generator<Element> {
  const origin = origins.get(list);
  if (!origin) return yield* list;
  const { cached } = origin;
  for (let index = 0; index < cached.length; index += 1) yield elementAt<Element>(origin, index);
}

/**
 * The indices of the elements with a key, which must be the same property in every search of a list. A generated element
 * is created once to hash its key: a search would otherwise take seconds in a list of 100 000 elements.
 */
export function* indicesOf<Element>(
  list: readonly Element[],
  key: string,
  keyOf: (element: Element) => string,
): Generator<number> {
  const origin = origins.get(list);
  const keyHash = hash(key);
  const { length } = list;
  for (let index = 0; index < length; index += 1) {
    if (origin && isUnread(origin, index) && keyHashAt(origin, index, keyOf) !== keyHash) continue;
    const element = origin ? elementAt<Element>(origin, index) : (list[index] as Element);
    if (keyOf(element) === key) yield index;
  }
}

function keyHashAt<Element>({ keyHashes, source }: Origin, index: number, keyOf: (element: Element) => string): number {
  // As in `elementAt`.
  keyHashes[index] ??= hash(keyOf(source.at(index) as Element));
  return keyHashes[index];
}

/**
 * Removes an element. In a list that is created while it is read, the later elements are created, since they move:
 * directly, since `splice` calls the traps of the proxy for each of them.
 */
export function removeAt(list: unknown[], index: number): void {
  const origin = origins.get(list);
  if (!origin) return void list.splice(index, 1);
  const { cached, source } = origin;
  for (let later = index; later < cached.length; later += 1)
    if (isUnread(origin, later)) cached[later] = source.at(later);
  cached.splice(index, 1);
  origin.isChanged = true;
}

/** The elements that a list holds: those that have been read or written, or all of a plain list. */
export function held<Element>(list: readonly Element[]): readonly Element[] {
  // The cache has the type of every list; its elements are those of this one.
  return Object.values(origins.get(list)?.cached ?? list) as Element[];
}

/**
 * The source of a list that is created while it is read; undefined for a plain list, and for a list that has been
 * changed.
 */
export function unchangedSource<Element>(list: readonly Element[]): Source<Element> | undefined {
  const origin = origins.get(list);
  if (!origin || origin.isChanged) return undefined;
  // An element that has been read may have been changed.
  for (const index of origin.read)
    if (JSON.stringify(origin.cached[index]) !== JSON.stringify(origin.source.at(index))) return undefined;
  return origin.source as Source<Element>;
}

function elementAt<Element>(origin: Origin, index: number): Element {
  // The origin has the type of every list; its elements are those of this one.
  return (isUnread(origin, index) ? origin.source.at(index) : origin.cached[index]) as Element;
}

/** Whether an element would be created by reading it. */
function isUnread({ cached, source }: Origin, index: number): boolean {
  return index < Math.min(source.length, cached.length) && !Object.hasOwn(cached, index);
}
