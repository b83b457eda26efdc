import type { Chat } from "@serviceform/types";
import { expect, test } from "vitest";
import { createSandbox } from "../../testing/sandbox.js";
import { countChats } from "./count-chats.js";

function chat(day: string, source?: string): Chat {
  const lastMessageTime = Date.parse(`${day}T23:59:59Z`) / 1_000;
  return { cid: `${day} ${source}`, lastMessageTime, ...(source !== undefined && { source }) } as Chat;
}

test("days follow one another without gaps, sources the most frequent first", () => {
  const chats = [chat("2025-03-01", "web"), chat("2025-02-27", "web"), chat("2025-03-01", "mail"), chat("2025-02-27")];
  expect(countChats(chats)).toEqual({
    total: 4,
    earlier: 0,
    sources: [
      { name: "web", chats: 2 },
      { name: "mail", chats: 1 },
      { name: "unknown", chats: 1 },
    ],
    days: [
      { day: "2025-02-27", chats: [1, 0, 1] },
      { day: "2025-02-28", chats: [0, 0, 0] },
      { day: "2025-03-01", chats: [1, 1, 0] },
    ],
  });
});

test("of many sources the rarest share a row, of many days the last are shown", () => {
  const names = ["a", "b", "c", "d", "e", "f", "g"];
  const chats = names.flatMap((name, index) => names.slice(index).map(() => chat("2025-03-01", name)));
  const { sources, days, earlier } = countChats([...chats, chat("1999-01-01", "a")]);
  expect(sources.map(({ name, chats }) => `${name} ${chats}`)).toEqual(["a 8", "b 6", "c 5", "d 4", "e 3", "others 3"]);
  expect([days.length, days[0]?.day, earlier]).toEqual([91, "2024-12-01", 1]);
  expect(days.at(-1)?.chats).toEqual([7, 6, 5, 4, 3, 3]);
});

test("the seeded world fits, every chat on a day", () => {
  const { chats } = createSandbox().store;
  const { total, earlier, days } = countChats(chats);
  const drawn = days.flatMap(({ chats }) => chats).reduce((sum, count) => sum + count, 0);
  expect([total, earlier, drawn]).toEqual([chats.length, 0, chats.length]);
});

test.each([[[]], [[{ cid: "1" }, { cid: "2", lastMessageTime: "soon" }, { cid: "3", lastMessageTime: 1e300 }]]])(
  "chats without a time are on no day: %j",
  (chats) => {
    const { days, total, earlier } = countChats(chats as unknown as Chat[]);
    expect([days, total, earlier]).toEqual([[], chats.length, chats.length]);
  },
);
