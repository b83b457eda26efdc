import type { Chat, Item } from "@serviceform/types";
import type { Store } from "../../../seed-data/create-store.js";
import { CHATBOT } from "../../../seed-data/seed-chat.js";
import { chatsAtTheEnds, lastActivity } from "../statistics/last-activity.js";

/** Values by the names of parameters and body properties. */
export type Examples = Readonly<Record<string, string>>;

const DAY_MS = 86_400_000;

/** The number of days in the range of an example. */
const RANGE_DAYS = 30;

/** Values for which every operation returns data: an existing item, and a range with chats. */
export function storeExamples(store: Store, now: Date): Examples {
  const last = lastActivity(store.chats, now).getTime();
  const range = { startTime: startOfDay(last - RANGE_DAYS * DAY_MS), endTime: startOfDay(last + DAY_MS) };
  return { ...range, ...exampleItem(store), ...exampleVisitor(store.chats, Date.parse(range.startTime)) };
}

function startOfDay(time: number): string {
  return new Date(Math.floor(time / DAY_MS) * DAY_MS).toISOString();
}

/** An item with readable IDs, in an existing space. */
function exampleItem({ items, spaces }: Store): Examples {
  const known = new Set(spaces.map(({ id }) => id));
  const isPlain = ({ id, space_id = "" }: Item): boolean => /^[\w-]+$/.test(id) && known.has(space_id);
  const { id: itemId, space_id: spaceId = "" } = items.find(isPlain) ?? {};
  return { ...(itemId !== undefined && { itemId, spaceId }) };
}

/** A visitor who wrote to a chatbot, since the contract's example requests one. */
function exampleVisitor(chats: readonly Chat[], since: number): Examples {
  const found = chatsAtTheEnds(chats).find(({ uid = "", lastMessageTime = 0, history = [] }) => {
    return /^[\w-]+$/.test(uid) && lastMessageTime * 1_000 >= since && history.some(({ type }) => type === CHATBOT);
  });
  return { ...(found?.uid !== undefined && { uid: found.uid }) };
}
