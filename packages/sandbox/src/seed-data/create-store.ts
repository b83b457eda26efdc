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

/** Creates a store with the data of a seed. */
export function createStore(options: SeedOptions): Store {
  const { seed, leadCount, chatCount, itemCount, end } = options;
  const { seedLead, seedChat, seedItem }: SeedRecords = seedRecords(options);
  const timeline = createTimeline(end);
  const birthIn = (timeOf: Birth["timeOf"]) => (index: number) => ({ seed, stream: seed, index, timeOf, end });
  const itemBirth = birthIn((index, random) => timeline.timeOf(itemCount - index - random(), itemCount));
  const leadBirth = birthIn((index, random) => timeline.timeOf(index + random(), leadCount));
  const chatBirth = birthIn((index, random) => chatTimeOf(timeline, index + random(), chatCount));
  return {
    spaces: createSpaces(),
    items: createLazyArray(itemCount, (index) => seedItem(itemBirth(index))),
    leads: createLazyArray(leadCount, (index) => seedLead(leadBirth(index))),
    chats: createLazyArray(chatCount, (index) => seedChat(chatBirth(index))),
  };
}
