import type { Chat, Item, Lead, Space } from "@serviceform/types";
import type { Store } from "../create-store.js";
import { seedRecords } from "../seed-records.js";
import {
  advanceList,
  type DayPlan,
  historyOf,
  type KnownList,
  type ListChanges,
  type ListHistory,
} from "./advance-list.js";
import type { AdvanceSettings } from "./advance-options.js";
import { chatRules } from "./chat-rules.js";
import { itemRules } from "./item-rules.js";
import { leadRules } from "./lead-rules.js";
import type { ListRules } from "./list-rules.js";
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
  leads?: ListHistory<Lead>;
  chats?: ListHistory<Chat>;
  items?: ListHistory<Item>;
  spaces?: ListHistory<Space>;
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
    before: history[name],
    nextIndex: history.nextIndex[name],
  });

  const spaces = next(spaceRules, store.spaces, plan, knownOf("spaces"));
  const deletedSpaces = new Set(spaces.changes.deleted);
  const spaceIds = spaces.history.list.map(({ id }) => id);
  const isInSpace = (ids: { has(id: string): boolean }, { space_id = "" }: Item): boolean => ids.has(space_id);
  const items = next(itemRules(records, spaceIds), store.items, plan, knownOf("items"), {
    ...(deletedSpaces.size > 0 && { mustGo: (item: Item) => isInSpace(deletedSpaces, item) }),
    mayReturn: (item) => isInSpace(new Set(spaceIds), item),
  });
  const leads = next(leadRules(records), store.leads, plan, knownOf("leads"));
  const chats = next(chatRules(records), store.chats, plan, knownOf("chats"));

  Object.assign(history, {
    spaces: spaces.history,
    items: items.history,
    leads: leads.history,
    chats: chats.history,
  });
  Object.assign(history.nextIndex, {
    spaces: spaces.history.nextIndex,
    items: items.history.nextIndex,
    leads: leads.history.nextIndex,
    chats: chats.history.nextIndex,
  });
  Object.assign(store, {
    spaces: spaces.history.list,
    items: items.history.list,
    leads: leads.history.list,
    chats: chats.history.list,
  });
  return { leads: leads.changes, chats: chats.changes, items: items.changes, spaces: spaces.changes };
}

function next<Element>(
  rules: ListRules<Element>,
  list: Element[],
  plan: DayPlan,
  known: Omit<KnownList<Element>, "seed">,
  membership?: Parameters<typeof advanceList<Element>>[3],
) {
  return advanceList(rules, historyOf(rules, list, { ...known, seed: plan.seed }), plan, membership);
}
