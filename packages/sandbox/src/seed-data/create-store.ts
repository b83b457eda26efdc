import type { Chat, Item, Lead, Space } from "@serviceform/types";
import { createSpaces } from "./create-spaces.js";
import { createLazyArray } from "./lazy-array.js";
import { seedChat } from "./seed-chat.js";
import { seedItem } from "./seed-item.js";
import { seedLead } from "./seed-lead.js";
import { createTimeline } from "./timeline.js";

/** What the sandbox holds. A test may read and change it, or put other lists in the place of these. */
export interface Store {
  spaces: Space[];
  /** The items of all spaces; `space_id` says which one an item is in. */
  items: Item[];
  leads: Lead[];
  /** With their messages in `history`, which the API shows only when it is asked to. */
  chats: Chat[];
}

export interface WorldOptions {
  readonly seed: number;
  readonly scale: number;
  readonly end: number;
}

/** Leads when no scale is given. */
export const DEFAULT_SCALE = 60;

/** Chats and items grow with the scale between these: they are kept in memory, unlike leads. */
const CHATS = { least: 120, most: 5_000 };
const ITEMS = { least: 48, most: 5_000 };

/** Fills the store with the world of a seed. */
export function createStore({ seed, scale, end }: WorldOptions): Store {
  const anchor = createTimeline(end);
  const chats = clamp(scale, CHATS);
  const items = clamp(scale, ITEMS);
  return {
    spaces: createSpaces(),
    items: createLazyArray(items, (index) => seedItem(seed, anchor, index, items)),
    leads: createLazyArray(scale, (index) => seedLead(seed, anchor, index, scale)),
    chats: createLazyArray(chats, (index) => seedChat(seed, anchor, index, chats)),
  };
}

function clamp(value: number, { least, most }: { least: number; most: number }): number {
  return Math.min(Math.max(value, least), most);
}
