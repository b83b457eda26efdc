import type { Chat } from "@serviceform/types";

/** How many chats at each end are looked at: the store has them in time order, whichever comes first. */
const LOOKED_AT = 200;

/** When the newest chat had its last message: statistics up to then have something to show. */
export function lastActivity(chats: readonly Chat[], now: Date): Date {
  const times = chatsAtTheEnds(chats).map(({ lastMessageTime = Number.NaN }) => lastMessageTime * 1_000);
  // Some lie in the future, as on a machine whose clock is wrong.
  const newest = Math.max(...times.filter((time) => time <= now.getTime()));
  return Number.isFinite(newest) ? new Date(newest) : now;
}

/** The chats among which the newest are. */
export function chatsAtTheEnds(chats: readonly Chat[]): Chat[] {
  return [...chats.slice(0, LOOKED_AT), ...chats.slice(-LOOKED_AT)];
}
