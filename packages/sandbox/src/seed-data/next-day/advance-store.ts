import type { Item } from "@serviceform/types";
import type { Store } from "../create-store.js";
import { seedRecords } from "../seed-records.js";
import { advanceList, type DayPlan, type ListChanges, type ListHistory } from "./advance-list.js";
import type { AdvanceSettings } from "./advance-options.js";
import { chatRules } from "./chat-rules.js";
import { itemRules } from "./item-rules.js";
import { leadRules } from "./lead-rules.js";
import { spaceRules } from "./space-rules.js";

/** The keys of the records that differ from the previous day: `cid` of chats, `id` of all others. */
export interface StoreChanges {
  readonly leads: ListChanges;
  readonly chats: ListChanges;
  readonly items: ListChanges;
  readonly spaces: ListChanges;
}

/** The number in the next ID of each list, counted from 0. It only grows, so that no ID of a deleted record returns. */
export type NextIndexes = { [Name in keyof Store]: number };

/** The histories of the lists of a store. */
export interface StoreHistory {
  days: number;
  readonly nextIndex: NextIndexes;
  readonly lists: { [Name in keyof Store]?: ListHistory<Store[Name][number]> };
}

interface Account {
  readonly store: Store;
  readonly seed: number;
  readonly messy: boolean;
  readonly history: StoreHistory;
}

/** Replaces the lists of a store with those of a later day. */
export function advanceStore(account: Account, settings: AdvanceSettings, from: number): StoreChanges {
  const { store, seed, history } = account;
  history.days += 1;
  const { durationMs, seed: daySeed, ...shares } = settings;
  const stream = `${seed}/day ${history.days}/${daySeed}`;
  const plan: DayPlan = { ...shares, stream, seed, from, to: from + durationMs };
  const records = seedRecords(account);
  const knownOf = <Name extends keyof Store>(name: Name) => ({
    list: store[name],
    before: history.lists[name],
    nextIndex: history.nextIndex[name],
  });

  const spaces = advanceList(spaceRules, knownOf("spaces"), plan);
  const deletedSpaces = new Set(spaces.changes.deleted);
  const spaceIds = spaces.history.list.map(({ id }) => id);
  const isInSpace = (ids: { has(id: string): boolean }, { space_id = "" }: Item): boolean => ids.has(space_id);
  const items = advanceList(itemRules(records, spaceIds), knownOf("items"), plan, {
    ...(deletedSpaces.size > 0 && { mustGo: (item: Item) => isInSpace(deletedSpaces, item) }),
    mayReturn: (item) => isInSpace(new Set(spaceIds), item),
  });
  const leads = advanceList(leadRules(records), knownOf("leads"), plan);
  const chats = advanceList(chatRules(records), knownOf("chats"), plan);

  for (const [name, { history: after }] of Object.entries({ spaces, items, leads, chats })) {
    Object.assign(history.lists, { [name]: after });
    Object.assign(history.nextIndex, { [name]: after.nextIndex });
    Object.assign(store, { [name]: after.list });
  }
  return { leads: leads.changes, chats: chats.changes, items: items.changes, spaces: spaces.changes };
}
