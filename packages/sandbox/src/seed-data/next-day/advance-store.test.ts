import fc from "fast-check";
import { expect, test } from "vitest";
import { fuzzBudget } from "../../testing/fuzz-budget.js";
import { createSandbox } from "../../testing/sandbox.js";
import { validateSchema } from "../../testing/validate-exchange.js";
import type { Store } from "../create-store.js";
import type { ListChanges } from "./advance-list.js";
import type { AdvanceOptions } from "./advance-options.js";

const NOW = Date.UTC(2026, 4, 1, 12);
const share = fc.double({ min: 0, max: 0.5, noNaN: true });
const calls: fc.Arbitrary<AdvanceOptions[]> = fc.array(
  fc.record(
    {
      days: fc.integer({ min: 1, max: 9 }),
      seed: fc.integer(),
      newShare: share,
      changedShare: share,
      deletedShare: share,
      restoredShare: fc.double({ min: 0, max: 1, noNaN: true }),
    },
    { requiredKeys: [] },
  ),
  { maxLength: 4 },
);

test("the same calls on the same seed give the same store and keys", () => {
  fc.assert(
    fc.property(fc.integer(), calls, fc.boolean(), (seed, calls, messy) => {
      const run = () => {
        const { advance, store } = createSandbox({ seed, now: NOW, messy });
        const changes = calls.map((options) => advance(options));
        return JSON.stringify({ changes, store });
      };
      expect(run()).toBe(run());
    }),
    fuzzBudget(6, 100),
  );
});

test("the keys that advance returns are those of the records that differ", () => {
  fc.assert(
    fc.property(fc.integer(), calls, fc.boolean(), (seed, calls, messy) => {
      const { advance, store } = createSandbox({ seed, now: NOW, messy });
      const everDeleted = emptyKeys();
      for (const options of calls) {
        const before = contentOf(store);
        const changes = advance(options);
        const after = contentOf(store);
        for (const name of listNames) {
          expect(sorted(changes[name])).toEqual(difference(before[name], after[name], everDeleted[name]));
          for (const key of changes[name].deleted) everDeleted[name].set(key, before[name].get(key) ?? "");
          for (const key of changes[name].restored) expect(after[name].get(key)).toBe(everDeleted[name].get(key));
        }
      }
    }),
    fuzzBudget(6, 100),
  );
});

const listNames = ["leads", "chats", "items", "spaces"] as const;
type Contents = Record<(typeof listNames)[number], Map<string, string>>;

function emptyKeys(): Contents {
  return { leads: new Map(), chats: new Map(), items: new Map(), spaces: new Map() };
}

function contentOf(store: Store): Contents {
  const contents = emptyKeys();
  for (const name of listNames)
    for (const record of store[name])
      contents[name].set("cid" in record ? record.cid : record.id, JSON.stringify(record));
  return contents;
}

function sorted(changes: ListChanges): ListChanges {
  const lists = Object.entries(changes).map(([name, keys]) => [name, keys.toSorted()]);
  return Object.fromEntries(lists);
}

function difference(
  before: ReadonlyMap<string, string>,
  after: ReadonlyMap<string, string>,
  everDeleted: ReadonlyMap<string, string>,
): ListChanges {
  const added = [...after.keys()].filter((key) => !before.has(key)).sort();
  return {
    created: added.filter((key) => !everDeleted.has(key)),
    updated: [...after].flatMap(([key, text]) => (before.has(key) && before.get(key) !== text ? [key] : [])).sort(),
    deleted: [...before.keys()].filter((key) => !after.has(key)).sort(),
    restored: added.filter((key) => everDeleted.has(key)),
  };
}

test("half of the changed chats get a message, the others only move changed and leadSentTo", () => {
  const { advance, store } = createSandbox({ now: NOW, chatCount: 400 });
  const before = new Map(store.chats.map((chat) => [chat.cid, chat]));
  const { updated } = advance().chats;
  const pairs = store.chats.filter(({ cid }) => updated.includes(cid)).map((chat) => [before.get(chat.cid), chat]);
  const moved = pairs.filter(([old, chat]) => old?.lastMessageTime !== chat?.lastMessageTime);
  expect([pairs.length, moved.length]).toEqual([20, 10]);
  for (const [old, chat] of moved) expect(chat?.history).toHaveLength((old?.history?.length ?? 0) + 1);
  const others = pairs.filter((pair) => !moved.includes(pair));
  for (const [old, chat] of others)
    expect({ ...chat, changed: 0, leadSentTo: "" }).toEqual({ ...old, changed: 0, leadSentTo: "" });
});

test("chats stay sorted by time when some are restored", () => {
  const { advance, store } = createSandbox({ now: NOW, chatCount: 300 });
  for (let day = 0; day < 5; day += 1) advance({ deletedShare: 0.2, restoredShare: 0.5 });
  const times = store.chats.map(({ lastMessageTime = 0 }) => lastMessageTime);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
});

test("every record of a later day matches the contract", () => {
  const { advance, store } = createSandbox({ now: NOW });
  for (let day = 0; day < 3; day += 1) advance({ newShare: 0.3, changedShare: 0.3, deletedShare: 0.3 });
  const { spaces, items, leads, chats } = store;
  for (const [name, list] of Object.entries({ Space: spaces, Item: items, Lead: leads, Chat: chats }))
    for (const element of list) expect(validateSchema(name, JSON.stringify(element))).toBeUndefined();
});

test("a record that a test added changes from day to day like any other", () => {
  const { advance, store } = createSandbox({ now: NOW, leadCount: 3 });
  store.leads.push({ id: "lead-100", name: "Acme" });
  const { created, updated } = advance({ newShare: 0.5, changedShare: 1, deletedShare: 0 }).leads;
  expect(created).toEqual(["lead-101", "lead-102"]);
  expect(updated).toContain("lead-100");
  expect(store.leads.find(({ id }) => id === "lead-100")).toMatchObject({ name: "Acme", updated: expect.any(String) });
});

test("a space that is deleted takes its items along, and they return only with it", () => {
  const { advance, store } = createSandbox({ now: NOW });
  const all = { newShare: 0, changedShare: 0, deletedShare: 1, restoredShare: 0 };
  expect(advance({ ...all, deletedShare: 0.25 }).spaces.deleted).toHaveLength(1);
  const ids = store.spaces.map(({ id }) => id);
  expect(store.items.filter(({ space_id = "" }) => !ids.includes(space_id))).toEqual([]);
  advance(all);
  expect([store.spaces, store.items]).toEqual([[], []]);
  const { spaces, items } = advance({ ...all, deletedShare: 0, restoredShare: 1 });
  expect([spaces.restored.length, items.restored.length]).toEqual([4, 24]);
});

test.each<[AdvanceOptions, string]>([
  [{ days: 0 }, "days must be a number above 0"],
  [{ days: Number.NaN }, "days must be"],
  [{ seed: 0.5 }, "seed must be an integer"],
  [{ newShare: -1 }, "newShare must be a number from 0 to 1"],
  [{ changedShare: 2 }, "changedShare must be"],
  [{ deletedShare: 0.6, changedShare: 0.6 }, "changedShare and deletedShare must be 1 at most together"],
  [{ restoredShare: Number.NaN }, "restoredShare must be"],
  [{ day: 1 } as AdvanceOptions, 'unknown option "day"'],
])("advance rejects the options %j", (options, message) => {
  expect(() => createSandbox().advance(options)).toThrow(message);
});
