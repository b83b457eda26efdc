import { readFileSync } from "node:fs";
import type { Chat, Item, Lead } from "@serviceform/types";
import { expect, test } from "vitest";
import { createSandbox } from "../../testing/sandbox.js";
import { chatTraits } from "./chat-traits.js";
import { itemTraits } from "./item-traits.js";
import { leadTraits } from "./lead-traits.js";

const now = "2026-01-01T00:00:00Z";
const NAMES: Readonly<Record<string, RegExp>> = {
  accents: /^(?=.*ä)(?=.*ñ)/,
  emoji: /\p{Extended_Pictographic}|\p{Regional_Indicator}/u,
  "right to left": /[\u0590-\u06ff]/,
  CJK: /[\u4e00-\u9fff\uac00-\ud7af]/,
  "quotes and separators": /^(?=.*")(?=.*')(?=.*,)(?=.*;)/,
  "tabs and line breaks": /^(?=.*\t)(?=.*\r\n)/s,
  "long name": /^.{300}$/,
  formula: /^[=+\-@]/,
};

type Seen<Element> = (element: Element, all: readonly Element[]) => boolean;
const isIn = (pattern: RegExp | undefined, text = ""): boolean => pattern?.test(text) ?? false;
const others = <Element>(all: readonly Element[], element: Element) => all.filter((other) => other !== element);
const messages = ({ history = [] }: Lead | Chat) => history.map(({ message = "" }) => message);

/** How to find each trait, without the code that creates it. */
const inMessages: Readonly<Record<string, Seen<Lead | Chat>>> = {
  "long message": (record) => messages(record).some(({ length }) => length === 40_000),
  "U+0000": (record) => messages(record).some((text) => text.includes("\0")),
  "lone surrogate": (record) => messages(record).some((text) => /\p{Cs}/u.test(text)),
};
const inUpdated: Readonly<Record<string, Seen<Lead | Item>>> = {
  "same updated": (record, all) =>
    !!record.updated && others(all, record).some(({ updated }) => updated === record.updated),
  "time with an offset": ({ updated = "" }) => updated.endsWith("+02:00"),
  "time without milliseconds": ({ updated = "" }) => /:\d\dZ$/.test(updated),
  "time in the future": ({ updated = "" }) => Date.parse(updated) > Date.parse(now),
};
const inLeads: Readonly<Record<string, Seen<Lead>>> = {
  ...mapNames((lead: Lead) => lead.name),
  "empty text": ({ email }) => email === "",
  ...inMessages,
  "absent field": (lead) => Object.keys(lead).length < 32,
  "same email": (lead, all) => !!lead.email && others(all, lead).some(({ email }) => email === lead.email),
  ...inUpdated,
  "unknown field": (lead) => "crm" in lead,
  "number at its limit": ({ pageviews }) => pageviews === 0,
};
const inChats: Readonly<Record<string, Seen<Chat>>> = {
  ...mapNames((chat: Chat) => chat.name),
  "empty text": ({ fullUrl }) => fullUrl === "",
  ...inMessages,
  "absent field": (chat) =>
    (["phone", "agentName", "agentId", "sitename", "changed", "team", "name"] as const).some((key) => !(key in chat)),
  "same phone": (chat, all) => !!chat.phone && others(all, chat).some(({ phone }) => phone === chat.phone),
  "same changed": (chat, all) => !!chat.changed && others(all, chat).some(({ changed }) => changed === chat.changed),
  "time in the future": ({ changed = 0 }) => changed * 1000 > Date.parse(now),
  "unknown field": (chat) => "crm" in chat,
  "number at its limit": ({ avgBetweenMsg }) => avgBetweenMsg === 0,
};
const inItems: Readonly<Record<string, Seen<Item>>> = {
  ...mapNames((item: Item) => item.primary_field),
  "empty text": ({ last_updater }) => last_updater === "",
  "long message": ({ primary_field = "" }) => primary_field.length === 40_000,
  "U+0000 and a lone surrogate": ({ primary_field = "" }) =>
    primary_field.includes("\0") && /\p{Cs}/u.test(primary_field),
  "absent field": (item) => (["uuid", "uid", "last_updater", "updated"] as const).some((key) => !(key in item)),
  "same title": (item, all) => others(all, item).some(({ primary_field }) => primary_field === item.primary_field),
  ...inUpdated,
  "unknown field": (item) => "status" in item,
  "ID to encode": ({ id }) => encodeURIComponent(id) !== id,
};

function mapNames<Element>(read: (element: Element) => string | undefined): Record<string, Seen<Element>> {
  return Object.fromEntries(
    Object.entries(NAMES).map(([name, pattern]) => [name, (element: Element) => isIn(pattern, read(element))]),
  );
}

const seeds = [1, 0, -7, 2 ** 52];
const lists = [
  ["leads", leadTraits, inLeads],
  ["chats", chatTraits, inChats],
  ["items", itemTraits, inItems],
] as const;

test.for(lists)("the first twelve %s show every trait", ([name, traits, seen]) => {
  for (const seed of seeds) {
    const first = createSandbox({ seed, now }).store[name].slice(0, 12);
    expect(traits.map((trait) => trait.name).filter((trait) => !isSeen(seen, trait, first))).toEqual([]);
  }
});

test("the guide lists every trait with its purpose", () => {
  const guide = readFileSync(new URL("../../../../../docs/test-with-the-sandbox.md", import.meta.url), "utf8");
  const rows = [...guide.matchAll(/^\| (.+?) +\| ((?:leads|chats|items).*?) +\| (.+?) +\|$/gm)];
  const listed = rows.flatMap(([, name, places = "", catches]) =>
    places.split(", ").map((place) => `${place}: ${name}: ${catches}`),
  );
  const traits = lists.flatMap(([place, list]) => list.map(({ name, catches }) => `${place}: ${name}: ${catches}`));
  expect(listed.sort()).toEqual(traits.sort());
});

test("the first twelve items are listed in one space", () => {
  const first = createSandbox({ now }).store.items.slice(0, 12);
  expect(new Set(first.map(({ space_id }) => space_id))).toEqual(new Set(["space-customers"]));
});

const { store: messy } = createSandbox({ now, leadCount: 2_000 });
const { store: tidy } = createSandbox({ now, leadCount: 2_000, messy: false });

test.for(lists)("of 2 000 %s about one in twenty has each trait", ([name, traits, seen]) => {
  const all = messy[name].slice(12) as never[];
  const usual = tidy[name].slice(12) as never[];
  for (const trait of traits) {
    const count = (list: never[]) => list.filter((element) => (seen[trait.name] as Seen<never>)(element, [])).length;
    const isShared = trait.name.startsWith("same");
    if (!isShared)
      expect([trait.name, count(usual)]).toEqual([trait.name, trait.name === "empty text" ? count(usual) : 0]);
    if (!isShared) expect(count(all)).toBeGreaterThan(50);
    if (!isShared && trait.name !== "absent field") expect([trait.name, count(all) < 160]).toEqual([trait.name, true]);
  }
});

test("every messy chat has the fields by which ranges and statistics go", () => {
  const { chats } = createSandbox({ now, chatCount: 5_000 }).store;
  expect(chats.filter((chat) => chat.lastMessageTime === undefined || chat.source === undefined)).toEqual([]);
});

test("chats stay sorted by time, and ids stay unique", () => {
  const { chats, items, leads } = messy;
  const times = chats.map(({ lastMessageTime = 0 }) => lastMessageTime);
  expect(times).toEqual(times.toSorted((a, b) => b - a));
  for (const ids of [chats.map(({ cid }) => cid), items.map(({ id }) => id), leads.map(({ id }) => id)])
    expect(new Set(ids).size).toBe(ids.length);
});

test.for([1_999, 2_000])("%i chats have one second with 600 of them from 2 000 on", (chatCount) => {
  const counts = new Map<number, number>();
  for (const { lastMessageTime = 0 } of createSandbox({ now, chatCount }).store.chats)
    counts.set(lastMessageTime, (counts.get(lastMessageTime) ?? 0) + 1);
  expect(Math.max(...counts.values())).toBe(chatCount < 2_000 ? 1 : 600);
});

function isSeen(seen: object, trait: string, elements: readonly object[]): boolean {
  const check = (seen as Record<string, Seen<object>>)[trait];
  if (!check) throw new Error(`no check for ${trait}`);
  return elements.some((element) => check(element, elements));
}
