import type { Chat } from "@serviceform/types";

/** The number of chats at each end that are considered: the store is sorted by time, in either direction. */
const CHATS_AT_EACH_END = 200;

/** The time of the last message in the newest chat, so that statistics up to then have data. */
export function lastActivity(chats: readonly Chat[], now: Date): Date {
  const times = chatsAtTheEnds(chats).map(({ lastMessageTime = Number.NaN }) => lastMessageTime * 1_000);
  // Some times are in the future, as on a machine whose clock is wrong.
  const newest = Math.max(...times.filter((time) => time <= now.getTime()));
  return Number.isFinite(newest) ? new Date(newest) : now;
}

/** The chats that include the newest. */
export function chatsAtTheEnds(chats: readonly Chat[]): Chat[] {
  return [...chats.slice(0, CHATS_AT_EACH_END), ...chats.slice(-CHATS_AT_EACH_END)];
}
