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
  /** The elements that have been read or written. */
  readonly cached: unknown[];
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
  const origin: Origin = { source: { length, at: make }, cached, isChanged: false };
  const isUnreadKey = (key: string | symbol): key is string =>
    typeof key === "string" && /^\d+$/.test(key) && isUnread(origin, Number(key));
  const change = (): void => {
    origin.isChanged = true;
  };
  const list = new Proxy(cached, {
    get(target, key, receiver) {
      if (isUnreadKey(key)) target[Number(key)] = make(Number(key));
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
  const { cached, source } = origin;
  for (let index = 0; index < cached.length; index += 1)
    // The origin has the type of every list; its elements are those of this one.
    yield (isUnread(origin, index) ? source.at(index) : cached[index]) as Element;
}

/**
 * The source of a list that is created while it is read; undefined for a plain list, and for a list that has been
 * changed.
 */
export function unchangedSource<Element>(list: readonly Element[]): Source<Element> | undefined {
  const origin = origins.get(list);
  if (!origin || origin.isChanged) return undefined;
  // An element that has been read may have been changed.
  for (const [index, element] of Object.entries(origin.cached))
    if (JSON.stringify(element) !== JSON.stringify(origin.source.at(Number(index)))) return undefined;
  // As above.
  return origin.source as Source<Element>;
}

/** Whether an element would be created by reading it. */
function isUnread({ cached, source }: Origin, index: number): boolean {
  return index < Math.min(source.length, cached.length) && !Object.hasOwn(cached, index);
}
