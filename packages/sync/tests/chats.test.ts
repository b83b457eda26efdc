import type { Target } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import type { Chat } from "@serviceform/types";
import { expect, onTestFinished, test, vi } from "vitest";
import { manyChats, NOW } from "./many-chats.js";
import { createMirror, liveDocuments, type Mirror, respondWith, storedById } from "./mirror.js";

const options = { streams: ["chats"] } as const;

const chatRequests = (mirror: Mirror) => mirror.sandbox.requests.filter(({ operation }) => operation === "listChats");

test("a later run reads new chats only", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(1200);
  await mirror.run();
  const before = chatRequests(mirror).length;
  const [first, ...rest] = mirror.sandbox.store.chats as [Chat, ...Chat[]];
  mirror.sandbox.store.chats = [
    { ...first, lastMessageTime: NOW, lastMessage: "Again" },
    { cid: "new", lastMessageTime: NOW },
    ...rest,
  ];
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done", seen: 2, inserted: 1, updated: 1 });
  expect(chatRequests(mirror).length - before).toBe(2);
  expect(mirror.query("select mode from run order by run")).toEqual([{ mode: "full" }, { mode: "window" }]);
  expect(liveDocuments(mirror, "chats")).toEqual(storedById(mirror.sandbox.store.chats));
});

test("verify compares chats with the messages that the mirror has, also if the option is left out", async () => {
  await using mirror = await createMirror(options);
  await mirror.run({ messages: true });
  expect((await mirror.sync.verify()).chats).toEqual({ missing: [], extra: [], different: [] });
  await mirror.run({ messages: false });
  expect((await mirror.sync.verify()).chats).toEqual({ missing: [], extra: [], different: [] });
});

test("a run that reads new chats only does not count all that the mirror has", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(60);
  await mirror.run();
  const countLive = () => Promise.reject(new Error("counted"));
  const run = (mode: "auto" | "full") => mirror.run({ mode, target: { ...sqliteTarget(mirror.path), countLive } });
  expect((await run("auto")).streams.chats).toMatchObject({ status: "done" });
  await expect(run("full")).rejects.toThrow("counted");
});

test("no state is stored after a batch was lost", async () => {
  await using mirror = await createMirror(options);
  const sameSecond = manyChats(600).map((chat) => ({ ...chat, lastMessageTime: NOW - 3600 }));
  mirror.sandbox.store.chats = [...sameSecond, ...manyChats(900, { age: 90_000, name: "older" })];
  const target = sqliteTarget(mirror.path);
  const isLost = ({ records }: { readonly records: readonly unknown[] }) => records.length === 1000;
  const lossy: Target = {
    ...target,
    write: (run, batch) => (isLost(batch) ? Promise.reject(new Error("the disk is full")) : target.write(run, batch)),
  };
  expect((await mirror.run({ target: lossy })).streams.chats).toMatchObject({
    status: "failed",
    error: { message: "the disk is full" },
  });
  const [row] = mirror.query(
    "select json_extract(state, '$.backfilledDownTo') as down_to from state where stream = 'chats'",
  );
  expect(row).toEqual({ down_to: NOW - 3600 });
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done" });
  expect(liveDocuments(mirror, "chats")).toEqual(storedById(mirror.sandbox.store.chats));
});

test("a full pass finds changes without a new time and deletions, and is due after seven days", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(60);
  await mirror.run();
  mirror.sandbox.store.chats = mirror.sandbox.store.chats
    .slice(1)
    .map((chat) => ({ ...chat, leadSentTo: "a@example.com" }));
  expect((await mirror.run()).streams.chats).toMatchObject({ seen: 0 });
  expect((await mirror.run({ mode: "full" })).streams.chats).toMatchObject({ seen: 59, updated: 59, deleted: 1 });
  // In the future, it is of a clock that was ahead.
  for (const lastFull of [NOW - 8 * 86_400, NOW + 365 * 86_400]) {
    mirror.execute(`update state set state = json_set(state, '$.lastFull', ${lastFull})`);
    expect((await mirror.run()).streams.chats).toMatchObject({ seen: 59, updated: 0 });
  }
});

test("chats whose table somebody has emptied are loaded again, though the state says that it has them", async () => {
  await using mirror = await createMirror(options);
  await mirror.run();
  mirror.execute("delete from _chats");
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done", inserted: 120 });
  expect(mirror.query("select mode from run order by run")).toEqual([{ mode: "full" }, { mode: "full" }]);
  expect((await mirror.run()).streams.chats).toMatchObject({ inserted: 0 });
  expect(mirror.query("select mode from run where run = 3")).toEqual([{ mode: "window" }]);
});

test("a first pass that breaks off resumes where it stopped", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(2600);
  let calls = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls += 1;
    return calls === 4 ? new Response("", { status: 500 }) : mirror.sandbox.fetch(input, init);
  };
  const { chats } = (await mirror.run({ fetch })).streams;
  expect(chats).toMatchObject({ status: "failed", error: { status: 500 }, inserted: 1498 });
  const before = chatRequests(mirror).length;
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done", inserted: 1102, updated: 0 });
  expect(chatRequests(mirror).length - before).toBe(5);
  expect(liveDocuments(mirror, "chats")).toEqual(storedById(mirror.sandbox.store.chats));
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done", seen: 0 });
});

test("a chat that moves while it is read is not deleted", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(1200);
  await mirror.run();
  let calls = 0;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    calls += 1;
    // After the probe and the first page, the oldest chat gets a message.
    if (calls === 3) {
      const chats = [...mirror.sandbox.store.chats];
      const oldest = chats.pop() as Chat;
      mirror.sandbox.store.chats = [{ ...oldest, lastMessageTime: NOW }, ...chats];
    }
    return mirror.sandbox.fetch(input, init);
  };
  const { chats } = (await mirror.run({ fetch, mode: "full" })).streams;
  expect(chats).toMatchObject({ seen: 1200, deleted: 0, updated: 1 });
});

test("the ranges follow a differing clock of the API", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(10);
  const lag = 7200;
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const response = await mirror.sandbox.fetch(input, init);
    const headers = new Headers(response.headers);
    headers.set("date", new Date(Date.now() - lag * 1000).toUTCString());
    return new Response(response.body, { status: response.status, headers });
  };
  await mirror.run({ fetch });
  const [row] = mirror.query("select state ->> '$.highWater' as high from state where stream = 'chats'");
  expect(Math.abs(Number(row?.high) - (Date.now() / 1000 - lag))).toBeLessThan(60);
});

test("a clock that is corrected during the first run hides no chats from the next", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(10);
  vi.useFakeTimers({ toFake: ["Date"], now: (NOW + 365 * 86_400) * 1000 });
  onTestFinished(() => void vi.useRealTimers());
  const fetch: typeof globalThis.fetch = async (input, init) => {
    const { status, body } = await mirror.sandbox.fetch(input, init);
    // The second request asks for the chats that moved during the first.
    if (chatRequests(mirror).length === 2) vi.setSystemTime(NOW * 1000);
    return new Response(body, { status, headers: { date: new Date(NOW * 1000).toUTCString() } });
  };
  await mirror.run({ fetch });
  mirror.sandbox.store.chats = [{ cid: "new", lastMessageTime: NOW }, ...mirror.sandbox.store.chats];
  expect((await mirror.run()).streams.chats).toMatchObject({ status: "done", inserted: 1 });
});

test.each([
  { page: "first", request: 1, foreign: 500 },
  { page: "second", request: 2, foreign: 500 },
  { page: "last", request: 3, foreign: 200 },
])("a full pass whose $page page belongs to another account is refused", async ({ request, foreign }) => {
  await using mirror = await createMirror(options);
  const chats = manyChats(1200);
  mirror.sandbox.store.chats = chats;
  await mirror.run();

  let requests = 0;
  const others = manyChats(foreign, { name: "other" });
  const fetch: typeof globalThis.fetch = (input, init) =>
    requests++ === request ? Promise.resolve(Response.json(others)) : mirror.sandbox.fetch(input, init);
  expect((await mirror.run({ mode: "full", fetch })).streams.chats).toMatchObject({ status: "refused" });
  expect(liveDocuments(mirror, "chats")).toEqual(storedById(chats));
});

test("chats of another account are refused before anything is written", async () => {
  await using mirror = await createMirror(options);
  mirror.sandbox.store.chats = manyChats(30);
  await mirror.run();
  const before = mirror.query("select * from _chats");
  mirror.sandbox.store.chats = manyChats(30, { name: "other" });
  for (const mode of ["auto", "full"] as const) {
    expect((await mirror.run({ mode })).streams.chats).toMatchObject({ status: "refused", deleted: 0 });
  }
  expect(mirror.query("select * from _chats")).toEqual(before);
});

test("the option messages stores messages, by a full pass if they were missing before", async () => {
  await using mirror = await createMirror(options);
  await mirror.run();
  expect(mirror.query("select count(*) as n from chat_messages")).toEqual([{ n: 0 }]);
  expect((await mirror.run({ messages: true })).streams.chats).toMatchObject({ updated: 120 });
  const total = mirror.sandbox.store.chats.reduce((sum, { history = [] }) => sum + history.length, 0);
  expect(mirror.query("select count(*) as n from chat_messages")).toEqual([{ n: total }]);
});

test("a list sorted oldest first fails and loses no chats", async () => {
  await using mirror = await createMirror(options);
  expect((await mirror.run({ fetch: respondWith(manyChats(500).reverse()) })).streams.chats).toMatchObject({
    status: "failed",
    error: { message: "API responded with the oldest chats first; a limit must keep the newest" },
  });
});
