import type { Chat } from "@serviceform/types";

export const NOW: number = Math.floor(Date.now() / 1000);

/** Chats a minute apart, the newest an hour old. */
export function manyChats(
  count: number,
  { age = 3600, name = "chat" }: { readonly age?: number; readonly name?: string } = {},
): Chat[] {
  return Array.from({ length: count }, (_, index) => ({
    cid: `${name}-${index}`,
    lastMessageTime: NOW - age - index * 60,
  }));
}
