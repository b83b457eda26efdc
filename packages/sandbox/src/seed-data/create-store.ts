import type { Chat, Item, Lead, Space } from "@serviceform/types";
import { createSpaces } from "./create-spaces.js";
import { createLazyArray } from "./lazy-array.js";
import { type SeedRecords, seedRecords } from "./seed-records.js";
import { type Birth, chatTimeOf, createTimeline } from "./timeline.js";

/** The data of the sandbox. A test may read and change it, or replace its lists. */
export interface Store {
  spaces: Space[];
  /** The items of all spaces; `space_id` says which one an item is in. */
  items: Item[];
  leads: Lead[];
  /** Newest first, with their messages in `history`, which the API shows only when it is asked to. */
  chats: Chat[];
}

/** The inputs of a store's data. */
export interface SeedOptions {
  readonly seed: number;
  readonly leadCount: number;
  readonly chatCount: number;
  readonly itemCount: number;
  /** Whether the data has the irregularities of real data. */
  readonly messy: boolean;
  /** When the seed data ends, in epoch milliseconds. */
  readonly end: number;
}

/**
 * Puts the seed data into a store, or the lists that replace it. Each list of seed data is created when it is first
 * read, since most tests read one of them.
 */
export function fillStore(store: Store, options: SeedOptions, data: Partial<Store> = {}): void {
  const { seed, leadCount, chatCount, itemCount, end } = options;
  const { seedLead, seedChat, seedItem }: SeedRecords = seedRecords(options);
  const timeline = createTimeline(end);
  const birthIn = (timeOf: Birth["timeOf"]) => (index: number) => ({ seed, stream: seed, index, timeOf, end });
  const itemBirth = birthIn((index, random) => timeline.timeOf(itemCount - index - random(), itemCount));
  const leadBirth = birthIn((index, random) => timeline.timeOf(index + random(), leadCount));
  const chatBirth = birthIn((index, random) => chatTimeOf(timeline, index + random(), chatCount));
  const lists: { readonly [Name in keyof Store]: () => Store[Name] } = {
    spaces: createSpaces,
    items: () => createLazyArray(itemCount, (index) => seedItem(itemBirth(index))),
    leads: () => createLazyArray(leadCount, (index) => seedLead(leadBirth(index))),
    chats: () => createLazyArray(chatCount, (index) => seedChat(chatBirth(index))),
  };
  for (const [name, create] of Object.entries(lists)) setWhenRead(store, name, create);
  // `console.log` of Node.js would show a property that is not created yet as "[Getter/Setter]".
  const inspect = { value: () => ({ ...store }), configurable: true };
  Object.defineProperty(store, Symbol.for("nodejs.util.inspect.custom"), inspect);
  for (const [name, list] of Object.entries(data)) Object.assign(store, { [name]: structuredClone(list) });
}

/** Gives an object a property that is created when it is first read, and an ordinary one from then on. */
function setWhenRead(object: object, name: string, create: () => unknown): void {
  const set = (value: unknown): void => {
    Object.defineProperty(object, name, { value, writable: true, enumerable: true, configurable: true });
  };
  const get = (): unknown => {
    const value = create();
    set(value);
    return value;
  };
  Object.defineProperty(object, name, { get, set, enumerable: true, configurable: true });
}
