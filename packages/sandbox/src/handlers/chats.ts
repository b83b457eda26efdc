import type { Chat } from "@serviceform/types";
import { each, type Source, unchangedSource } from "../seed-data/lazy-array.js";
import { partitionPoint } from "../seed-data/partition-point.js";
import { CHATBOT } from "../seed-data/seed-chat.js";
import type { Handler } from "./handler.js";

export const listChats: Handler<"listChats"> = (
  { startTime, endTime, uid, limit, showMessages, chatbot },
  { store },
) => {
  const matches = (chat: Chat): boolean => (uid === undefined || chat.uid === uid) && (!chatbot || hasChatbot(chat));
  const chats = take(newestFirst(store.chats, startTime, endTime), matches, limit);
  return mapEach(chats, ({ history = [], ...chat }) => (showMessages ? { ...chat, history } : chat));
};

/** The chats whose last message is in the range, which includes both ends; the newest first. */
export function newestFirst(chats: readonly Chat[], startTime?: string, endTime?: string): Iterable<Chat> {
  const start = startTime === undefined ? Number.NEGATIVE_INFINITY : toEpochMs(startTime);
  const end = endTime === undefined ? Number.POSITIVE_INFINITY : toEpochMs(endTime);
  const source = unchangedSource(chats);
  // A list that is generated while it is read is sorted by time.
  if (source) return between(source, start, end);
  return [...each(chats)]
    .filter((chat) => timeOf(chat) >= start && timeOf(chat) <= end)
    .sort((a, b) => timeOf(b) - timeOf(a));
}

function* between(source: Source<Chat>, start: number, end: number): Generator<Chat> {
  const first = partitionPoint(source.length, (index) => timeOf(source.at(index)) > end);
  for (let index = first; index < source.length; index += 1) {
    const chat = source.at(index);
    if (timeOf(chat) < start) return;
    yield chat;
  }
}

function* take(chats: Iterable<Chat>, matches: (chat: Chat) => boolean, limit = Infinity): Generator<Chat> {
  let left = limit;
  for (const chat of chats) {
    if (!matches(chat)) continue;
    yield chat;
    left -= 1;
    if (left <= 0) return;
  }
}

function* mapEach<From, To>(values: Iterable<From>, map: (value: From) => To): Generator<To> {
  for (const value of values) yield map(value);
}

/** In epoch milliseconds. */
function timeOf({ lastMessageTime = 0 }: Chat): number {
  return lastMessageTime * 1000;
}

/** RFC 3339 allows a second 60, a space and lower-case letters, which `Date.parse` rejects. */
function toEpochMs(dateTime: string): number {
  return Date.parse(
    dateTime
      .toUpperCase()
      .replace(" ", "T")
      .replace(/:60(?=[.Z+-])/, ":59"),
  );
}

/** Whether a chatbot sent one of the messages, or the last message of a chat without a history. */
function hasChatbot({ history = [], lastSender }: Chat): boolean {
  return lastSender === CHATBOT || history.some(({ type }) => type === CHATBOT);
}
