import type { Chat, ChatStatistics } from "@serviceform/types";
import fc from "fast-check";
import { expect, test } from "vitest";
import type { Sandbox } from "../create-sandbox.js";
import { read } from "../testing/call.js";
import { fuzzBudget } from "../testing/fuzz-budget.js";
import { createSandbox } from "../testing/sandbox.js";

const statistics = (sandbox: Sandbox, query = "") => read<ChatStatistics>(sandbox, `GET /statistics/chat?${query}`);
const sum = (numbers: readonly number[]) => numbers.reduce((total, number) => total + number, 0);

test("statistics agree with the chats of any range", async () => {
  const sandbox = createSandbox({ messy: false });
  const all = await read<Chat[]>(sandbox, "POST /chats", { body: {} });
  const moment = fc.constantFrom(
    ...all.map(({ lastMessageTime = 0 }) => new Date(lastMessageTime * 1000).toISOString()),
  );
  const range = fc.record({ startTime: moment, endTime: moment }, { requiredKeys: [] });
  await fc.assert(
    fc.asyncProperty(range, async (range) => {
      const chats = await read<Chat[]>(sandbox, "POST /chats", { body: range });
      const found = await statistics(sandbox, new URLSearchParams(range).toString());
      const from = (name: string) => chats.filter(({ source }) => source === name).length;
      expect(found.totalChats).toBe(chats.length);
      const sources = [...new Set(chats.map(({ source = "" }) => source))];
      expect(found.chatsBySource).toEqual(Object.fromEntries(sources.map((name) => [name, from(name)])));
      expect(sum(Object.values(found.chatDurations ?? {}))).toBe(chats.length);
      expect(sum((found.chatsByAgent ?? []).map(({ totalChats = 0 }) => totalChats))).toBe(chats.length);
      const mean = sum(chats.map(({ avgBetweenMsg = 0 }) => avgBetweenMsg)) / Math.max(chats.length, 1);
      expect(found.averageResponseTime).toBeCloseTo(mean, 0);
      for (const { agentId, totalChats } of found.chatsByAgent ?? []) {
        expect(chats.filter((chat) => chat.agentId === agentId)).toHaveLength(totalChats ?? 0);
      }
    }),
    fuzzBudget(20, 10),
  );
});

test("the response has only the requested metrics", async () => {
  const sandbox = createSandbox();
  const all = await statistics(sandbox);
  expect(Object.keys(all)).toHaveLength(6);
  expect(await statistics(sandbox, "metrics=totalChats")).toEqual({ totalChats: 24 });
  const two = await statistics(sandbox, "metrics=chatDurations&metrics=satisfactionScore&metrics=chatDurations");
  expect(two).toEqual({ satisfactionScore: all.satisfactionScore, chatDurations: all.chatDurations });
});

test("a range without chats has figures too", async () => {
  const none = await statistics(createSandbox(), "endTime=1999-01-01T00:00:00Z");
  expect(none).toEqual({
    totalChats: 0,
    averageResponseTime: 0,
    satisfactionScore: 0,
    chatsByAgent: [],
    chatsBySource: {},
    chatDurations: { "0-5 minutes": 0, "5-10 minutes": 0, "10+ minutes": 0 },
  });
});

test("statistics include chats that a test adds to the store", async () => {
  const sandbox = createSandbox();
  const lasting = (seconds: number) => [
    { id: "1", timestamp: 0 },
    { id: "2", timestamp: seconds },
  ];
  sandbox.store.chats = [
    { cid: "a", source: "__proto__", agentId: "x", avgBetweenMsg: 10, history: lasting(299) },
    { cid: "b", source: "mobile", agentId: "x", agentName: "X", avgBetweenMsg: 20, history: lasting(300) },
    { cid: "c", source: "mobile", history: lasting(600) },
    { cid: "d" },
  ];
  const response = await sandbox.fetch("https://link.serviceform.com/statistics/chat", {
    headers: { "sf-api-key": "sf_sandbox_key" },
  });
  expect(await response.text()).toBe(
    '{"totalChats":4,"averageResponseTime":15,"satisfactionScore":4.75,' +
      '"chatsByAgent":[{"agentId":"x","agentName":"X","totalChats":2,"averageResponseTime":15}],' +
      '"chatsBySource":{"__proto__":1,"mobile":2},' +
      '"chatDurations":{"0-5 minutes":2,"5-10 minutes":1,"10+ minutes":1}}',
  );
});
