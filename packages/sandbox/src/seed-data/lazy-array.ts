/** A list of up to this many elements is made at once. */
const EAGER_LENGTH = 10_000;

const sources = new WeakMap<
  readonly unknown[],
  { readonly kept: readonly unknown[]; readonly make: (index: number) => unknown }
>();

/**
 * Makes a list whose elements are a function of their index. A long one makes each element when it is first read and
 * keeps it from then on, so that a million cost nothing until somebody asks for them.
 */
export function createLazyArray<Element>(length: number, make: (index: number) => Element): Element[] {
  if (length <= EAGER_LENGTH) return Array.from({ length }, (_, index) => make(index));
  const kept: Element[] = [];
  kept.length = length;
  const isUnread = (key: string | symbol): key is string =>
    typeof key === "string" &&
    /^\d+$/.test(key) &&
    Number(key) < Math.min(length, kept.length) &&
    !Object.hasOwn(kept, key);
  const list = new Proxy(kept, {
    get(target, key, receiver) {
      if (isUnread(key)) target[Number(key)] = make(Number(key));
      return Reflect.get(target, key, receiver);
    },
    has: (target, key) => isUnread(key) || Reflect.has(target, key),
  });
  sources.set(list, { kept, make });
  return list;
}

/** Reads a list from first to last without keeping what it makes. */
export function* each<Element>(list: readonly Element[]): Generator<Element> {
  const source = sources.get(list);
  if (!source) return yield* list;
  for (let index = 0; index < source.kept.length; index += 1) {
    yield (index in source.kept ? source.kept[index] : source.make(index)) as Element;
  }
}
