import type { Chat } from "@serviceform/types";
import { CHATBOT } from "../seed-data/seed-chat.js";
import type { Handler } from "./handler.js";

export const listChats: Handler<"listChats"> = ({ startTime, endTime, uid, limit, showMessages, chatbot }, { store }) =>
  chatsBetween(store.chats, startTime, endTime)
    .filter((chat) => uid === undefined || chat.uid === uid)
    .filter((chat) => !chatbot || hasChatbot(chat))
    .sort((a, b) => (b.lastMessageTime ?? 0) - (a.lastMessageTime ?? 0))
    .slice(0, limit)
    .map(({ history = [], ...chat }) => (showMessages ? { ...chat, history } : chat));

/** The chats whose last message falls into the range, both ends included. */
export function chatsBetween(chats: readonly Chat[], startTime?: string, endTime?: string): Chat[] {
  const start = startTime === undefined ? Number.NEGATIVE_INFINITY : toEpochMs(startTime);
  const end = endTime === undefined ? Number.POSITIVE_INFINITY : toEpochMs(endTime);
  return chats.filter(({ lastMessageTime = 0 }) => lastMessageTime * 1000 >= start && lastMessageTime * 1000 <= end);
}

/** RFC 3339 allows a second 60, a space and small letters, which `Date.parse` does not know. */
function toEpochMs(dateTime: string): number {
  return Date.parse(
    dateTime
      .toUpperCase()
      .replace(" ", "T")
      .replace(/:60(?=[.Z+-])/, ":59"),
  );
}

/** A chatbot sent one of the messages, or the last one of a chat without messages. */
function hasChatbot({ history = [], lastSender }: Chat): boolean {
  return lastSender === CHATBOT || history.some(({ type }) => type === CHATBOT);
}
