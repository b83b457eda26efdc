import { inspect } from "node:util";
import { expect, onTestFinished, test, vi } from "vitest";
import { parseOptions } from "../options.js";
import { createSandbox } from "../testing/sandbox.js";
import { validateSchema } from "../testing/validate-exchange.js";
import { createLazyArray } from "./lazy-array.js";

const DAY_MS = 86_400_000;
const { store } = createSandbox({ leadCount: 60, messy: false });

test("the store has spaces with fields of several types and options", () => {
  const fields = store.spaces.flatMap(({ fields = [] }) => fields);
  expect(store.spaces.length).toBeGreaterThanOrEqual(3);
  expect(new Set(fields.map(({ type }) => type)).size).toBeGreaterThanOrEqual(5);
  expect(fields.filter(({ options = [] }) => options.length > 1).length).toBeGreaterThanOrEqual(3);
  expect(new Set(fields.map(({ id }) => id)).size).toBe(fields.length);
});

test("the store has leads with page histories that add up", () => {
  expect(store.leads.length).toBeGreaterThanOrEqual(50);
  for (const { pages = [], pageviews, duration, page_url } of store.leads) {
    expect(pages.length).toBeGreaterThan(0);
    expect([pageviews, page_url]).toEqual([pages.length, pages.at(-1)?.website]);
    expect(pages.reduce((total, page) => total + (page.duration ?? 0), 0)).toBe(duration);
  }
});

test("the store has chats over 90 days, of several agents, teams and sources", () => {
  const times = store.chats.map(({ lastMessageTime = 0 }) => lastMessageTime * 1000);
  const days = (Math.max(...times) - Math.min(...times)) / DAY_MS;
  expect(store.chats.length).toBeGreaterThanOrEqual(100);
  expect(days).toBeGreaterThan(85);
  expect(days).toBeLessThanOrEqual(90);
  for (const field of ["agentId", "team", "source", "uid"] as const) {
    expect(new Set(store.chats.map((chat) => chat[field])).size).toBeGreaterThanOrEqual(3);
  }
  for (const { history = [], lastMessageTime, source } of store.chats) {
    const stamps = history.map(({ timestamp = 0 }) => timestamp);
    expect(stamps).toEqual([...stamps].sort((a, b) => a - b));
    expect([stamps.at(-1), typeof source]).toEqual([lastMessageTime, "string"]);
  }
});

test("leads and chats share people", () => {
  const names = new Map(store.leads.map(({ uid, name }) => [uid, name]));
  expect(store.chats.every(({ uid, name }) => names.get(uid) === name)).toBe(true);
});

test("host names and phone numbers are reserved for examples", () => {
  const text = JSON.stringify(store);
  const hosts = [...text.matchAll(/(?:@|:\/\/|"site":")([a-z0-9.-]+)/g)].map(([, host]) => host);
  expect(hosts.length).toBeGreaterThan(300);
  expect(hosts.filter((host) => !/(^|\.)example\.(com|net|org)$/.test(host ?? ""))).toEqual([]);
  const phones = [...text.matchAll(/"(?:business_)?phone":"([^"]*)"/g)].map(([, phone]) => phone);
  expect(phones.filter((phone) => !/^\+120255501\d\d$/.test(phone ?? ""))).toEqual([]);
});

test.each([0, 1, -7, 2 ** 52])("every record of seed %i, messy ones included, matches the contract", (seed) => {
  const { spaces, items, leads, chats } = createSandbox({ seed, leadCount: 100, now: "2026-01-01T00:00:00Z" }).store;
  for (const [name, list] of Object.entries({ Space: spaces, Item: items, Lead: leads, Chat: chats })) {
    for (const element of list) expect(validateSchema(name, JSON.stringify(element))).toBeUndefined();
  }
});

test.each([
  [0, { leads: 0, chats: 120, items: 48 }],
  [3, { leads: 3, chats: 120, items: 48 }],
  [200, { leads: 200, chats: 200, items: 200 }],
  [20_000, { leads: 20_000, chats: 5_000, items: 5_000 }],
])("leadCount %i makes that many leads, and chats and items within bounds", (leadCount, expected) => {
  const { leads, chats, items } = createSandbox({ leadCount }).store;
  expect({ leads: leads.length, chats: chats.length, items: items.length }).toEqual(expected);
});

test("the store has 60 leads, 120 chats and 60 items by default", () => {
  expect(parseOptions({})).toMatchObject({ leadCount: 60, chatCount: 120, itemCount: 60 });
});

test("a list is created when it is first read, unless it is replaced before", () => {
  const { store } = createSandbox();
  const created = (): string[] => {
    const properties = Object.entries(Object.getOwnPropertyDescriptors(store));
    return properties.flatMap(([name, property]) => ("value" in property ? name : []));
  };
  expect(created()).toEqual([]);
  expect(Object.keys(store)).toEqual(["spaces", "items", "leads", "chats"]);
  expect(store.chats).toBe(store.chats);
  store.leads = [];
  expect(created()).toEqual(["leads", "chats"]);
  expect(store.leads).toEqual([]);
});

test("the store is printed with its lists, before they are read and after a reset", () => {
  const sandbox = createSandbox();
  const [first] = createSandbox().store.spaces;
  expect(inspect(sandbox.store)).toContain(`id: '${first?.id}'`);
  sandbox.reset();
  expect(inspect(sandbox.store)).not.toContain("[Getter");
});

test("nothing in the store is newer than the clock", () => {
  const now = Date.UTC(2024, 1, 29, 3);
  const { items, leads, chats } = createSandbox({ now, leadCount: 300, messy: false }).store;
  const stamps = [...items, ...leads].flatMap(({ created = "", updated = "" }) => [
    Date.parse(created),
    Date.parse(updated),
  ]);
  const seconds = chats.flatMap(({ changed = 0, lastMessageTime = 0 }) => [changed, lastMessageTime]);
  expect(Math.max(...stamps, ...seconds.map((second) => second * 1000))).toBeLessThanOrEqual(now);
  expect(Math.min(...stamps)).toBeGreaterThan(now - 91 * DAY_MS);
});

test("a list that is generated while it is read, as another sandbox has it, can be the data", () => {
  const leads = createLazyArray(10_001, (index) => ({ id: `lead-${index}` }));
  expect(createSandbox({ data: { leads } }).store.leads).toEqual([...leads]);
});

test("the store is filled without structuredClone, which the environment of happy-dom for Jest lacks", () => {
  vi.stubGlobal("structuredClone", undefined);
  onTestFinished(() => void vi.unstubAllGlobals());
  expect(createSandbox().store.leads).not.toHaveLength(0);
});
