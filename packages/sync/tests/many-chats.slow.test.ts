import type { Chat } from "@serviceform/types";
import { expect, test } from "vitest";
import { createMirror, liveDocuments, storedById } from "./mirror.js";

const NOW = Math.floor(Date.now() / 1000);

test("6 500 chats with 1 500 in a second take 14 requests, none lost and none twice", async () => {
  await using mirror = await createMirror({ streams: ["chats"] });
  const sameSecond = Array.from({ length: 1500 }, (_, index) => ({
    cid: `same-${index}`,
    lastMessageTime: NOW - 90_000,
  }));
  const minuteApart = Array.from({ length: 5000 }, (_, index) => ({
    cid: `chat-${index}`,
    lastMessageTime: NOW - 3600 - index * 60,
  }));
  const chats: Chat[] = [...minuteApart, ...sameSecond];
  mirror.sandbox.store.chats = chats;
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done", seen: 6500, inserted: 6500, updated: 0 });
  expect(liveDocuments(mirror, "chats")).toEqual(storedById(chats));
  // The last request reads again the chats that may have moved meanwhile.
  expect(mirror.sandbox.requests).toHaveLength(14);
});
