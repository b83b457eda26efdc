import type { Chat, ChatQuery } from "@serviceform/types";
import fc from "fast-check";
import { expect, test, vi } from "vitest";
import type { Sandbox } from "../create-sandbox.js";
import { createLazyArray } from "../seed-data/lazy-array.js";
import { read } from "../testing/call.js";
import { fuzzBudget } from "../testing/fuzz-budget.js";
import { createSandbox } from "../testing/sandbox.js";
import { newestFirst } from "./chats.js";

const list = (sandbox: Sandbox, query: ChatQuery) => read<Chat[]>(sandbox, "POST /chats", { body: query });
const time = ({ lastMessageTime = 0 }: Chat) => lastMessageTime;
const iso = (seconds: number) => new Date(seconds * 1000).toISOString();

test("chats are sorted newest first, and have no messages", async () => {
  const chats = await list(createSandbox(), {});
  expect(chats).toHaveLength(24);
  expect(chats.map(time)).toEqual(chats.map(time).sort((a, b) => b - a));
  expect(chats.filter((chat) => "history" in chat)).toEqual([]);
});

test("chats have messages with showMessages", async () => {
  const chats = await list(createSandbox(), { showMessages: true });
  for (const { history = [], lastMessage, lastMessageTime } of chats) {
    expect(history.at(-1)).toMatchObject({ message: lastMessage, timestamp: lastMessageTime });
  }
});

test("both ends of a range are included, to the second", async () => {
  const sandbox = createSandbox();
  const chats = await list(sandbox, {});
  const [newest, oldest] = [chats[10], chats[20]] as [Chat, Chat];
  expect(await list(sandbox, { startTime: iso(time(oldest)), endTime: iso(time(newest)) })).toEqual(
    chats.slice(10, 21),
  );
  const inside = { startTime: iso(time(oldest) + 1), endTime: iso(time(newest) - 1) };
  expect(await list(sandbox, inside)).toEqual(chats.slice(11, 20));
});

test("a range may be given in any zone and form of RFC 3339", async () => {
  const sandbox = createSandbox();
  sandbox.store.chats = [{ cid: "a", lastMessageTime: Date.UTC(2016, 11, 31, 23, 59, 59) / 1000 }];
  for (const startTime of [
    "2016-12-31t23:59:59z",
    "2017-01-01T01:59:59+02:00",
    "2016-12-31T23:59:60Z",
    "2016-12-31 23:59:59.000Z",
  ]) {
    expect(await list(sandbox, { startTime })).toHaveLength(1);
  }
});

test("a page anywhere in a million chats generates little more than the page", () => {
  const length = 1_000_000;
  const newest = Date.UTC(2026, 0, 1) / 1_000;
  for (const first of [0, 1, 499_999, 999_000]) {
    const make = vi.fn((index: number): Chat => ({ cid: `${index}`, lastMessageTime: newest - index }));
    const page = newestFirst(createLazyArray(length, make), undefined, iso(newest - first))[Symbol.iterator]();
    const cids = Array.from({ length: 500 }, () => page.next().value?.cid);
    expect([cids[0], cids.at(-1)]).toEqual([`${first}`, `${first + 499}`]);
    // A binary search takes 20 steps.
    expect(make.mock.calls.length).toBeLessThanOrEqual(500 + 21);
  }
});

test("chatbot keeps the chats with a chatbot, and false keeps all", async () => {
  const sandbox = createSandbox({ leadCount: 60 });
  const kept = new Set((await list(sandbox, { chatbot: true })).map(({ cid }) => cid));
  const spoke = ({ history = [] }: Chat) => history.some(({ type }) => type === "chatbot");
  expect(
    sandbox.store.chats
      .filter(spoke)
      .map(({ cid }) => cid)
      .sort(),
  ).toEqual([...kept].sort());
  expect(kept.size).toBeGreaterThan(20);
  expect(kept.size).toBeLessThan(100);
  expect(await list(sandbox, { chatbot: false })).toHaveLength(120);
});

test("filters are combined", async () => {
  const sandbox = createSandbox({ leadCount: 120 });
  const all = await list(sandbox, { showMessages: true });
  const pickTime = fc.constantFrom(...all.map(time));
  const query = fc.record(
    {
      startTime: pickTime.map(iso),
      endTime: pickTime.map(iso),
      uid: fc.constantFrom(...new Set(all.map(({ uid = "" }) => uid)), "nobody"),
      limit: fc.integer({ min: 1, max: 30 }),
      showMessages: fc.boolean(),
      chatbot: fc.boolean(),
    },
    { requiredKeys: [] },
  );
  await fc.assert(
    fc.asyncProperty(query, async (given) => {
      const { startTime, endTime, uid, limit, showMessages, chatbot } = given;
      const expected = all
        .filter((chat) => startTime === undefined || iso(time(chat)) >= startTime)
        .filter((chat) => endTime === undefined || iso(time(chat)) <= endTime)
        .filter((chat) => uid === undefined || chat.uid === uid)
        .filter(({ history }) => !chatbot || JSON.stringify(history).includes('"type":"chatbot"'))
        .slice(0, limit);
      const listed = await list(sandbox, given);
      expect(listed.map(({ cid }) => cid)).toEqual(expected.map(({ cid }) => cid));
      expect(listed.every((chat) => "history" in chat === Boolean(showMessages))).toBe(true);
    }),
    fuzzBudget(30, 10),
  );
});

test("listing chats changes nothing in the store", async () => {
  const sandbox = createSandbox();
  const before = structuredClone(sandbox.store.chats);
  await list(sandbox, { limit: 3 });
  expect(sandbox.store.chats).toEqual(before);
});
