import { createHmac } from "node:crypto";
import { readFile, writeFile } from "node:fs/promises";
import { type Change, createSync } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import type { Lead } from "@serviceform/types";
import { expect, test } from "vitest";
import { createMirror, liveDocuments, respondWith } from "./mirror.js";

const leads = (...names: string[]): Lead[] => names.map((name) => ({ id: name, name, email: `${name}@example.com` }));

test("changes lists the records that differ since a run, each once", async () => {
  await using mirror = await createMirror();
  const { store } = mirror.sandbox;
  store.leads = leads("a", "b", "c", "d");
  await mirror.run();
  store.leads = [...leads("b", "c", "e"), { id: "d", name: "Between" }];
  await mirror.run();
  store.leads = [...leads("c", "f"), { id: "d", name: "Now" }, ...leads("a")];
  await mirror.run();
  const [, b, , d] = leads("a", "b", "c", "d");
  const since = async (run: number) => (await Array.fromAsync(mirror.sync.changes(run))) as Change[];
  expect(await since(1)).toEqual([
    { stream: "leads", id: "b", op: "delete", before: b },
    { stream: "leads", id: "d", op: "update", before: d, after: { id: "d", name: "Now" } },
    { stream: "leads", id: "f", op: "insert", after: leads("f")[0] },
  ]);
  expect((await since(2)).map(({ id, op }) => [id, op])).toEqual([
    ["a", "restore"],
    ["b", "delete"],
    ["d", "update"],
    ["e", "delete"],
    ["f", "insert"],
  ]);
  expect(await since(3)).toEqual([]);
  expect(await since(0)).toHaveLength(4);
});

test("asOf returns the live records after each run, by number and by time", async () => {
  await using mirror = await createMirror();
  const states = [leads("a", "b"), [...leads("b"), { id: "c", name: "1" }], [...leads("a"), { id: "c", name: "2" }]];
  const ends: Date[] = [];
  for (const state of states) {
    mirror.sandbox.store.leads = state;
    await mirror.run();
    ends.push(new Date(String(mirror.query("select max(ended) as ended from run")[0]?.ended)));
  }
  for (const [index, state] of states.entries()) {
    const docs = [...state].sort((x, y) => (x.id < y.id ? -1 : 1));
    for (const at of [index + 1, ends[index] as Date]) {
      expect((await Array.fromAsync(mirror.sync.asOf("leads", at))).map(({ doc }) => doc)).toEqual(docs);
    }
  }
  expect(await Array.fromAsync(mirror.sync.asOf("leads", new Date(0)))).toEqual([]);
  expect(await Array.fromAsync(mirror.sync.asOf("leads", new Date(-8.64e15)))).toEqual([]);
  expect(await Array.fromAsync(mirror.sync.asOf("leads", new Date(8.64e15)))).not.toEqual([]);
});

test("asOf and changes read more than a page, in the order of the keys", async () => {
  await using mirror = await createMirror();
  const leads = Array.from({ length: 1501 }, (_, index) => ({ id: `lead-${index}` }));
  await mirror.run({ fetch: respondWith(leads) });
  await mirror.run({
    fetch: respondWith(leads.map((lead, index) => (index % 2 ? lead : { ...lead, name: "Renamed" }))),
  });
  const idsOf = async (rows: AsyncIterable<{ readonly id: string }>) =>
    (await Array.fromAsync(rows)).map(({ id }) => id);
  const ids = leads.map(({ id }) => id).sort();
  expect(await idsOf(mirror.sync.asOf("leads", 1))).toEqual(ids);
  expect(await idsOf(mirror.sync.changes(0))).toEqual(ids);
});

test("verify names missing, extra and different records, and writes nothing", async () => {
  const streams = ["leads", "chats", "items"] as const;
  await using mirror = await createMirror({ streams });
  await mirror.run();
  const none = { missing: [], extra: [], different: [] };
  expect(await mirror.sync.verify()).toEqual({ leads: none, chats: none, spaces: none, items: none });
  const { store } = mirror.sandbox;
  const [first, second, ...rest] = store.leads as [Lead, Lead, ...Lead[]];
  store.leads = [{ ...second, name: "Changed" }, ...rest, { id: "new" }];
  store.items = store.items.slice(1);
  const before = await readFile(mirror.path);
  const report = await mirror.sync.verify();
  expect(report.leads).toEqual({ missing: ["new"], extra: [first.id], different: [second.id] });
  expect(report.items?.extra).toHaveLength(1);
  expect(before.equals(await readFile(mirror.path))).toBe(true);
});

test("status has the last run of each account and stream", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  await mirror.run();
  await mirror.run({ account: "second" });
  const status = await mirror.sync.status();
  expect(status).toMatchObject([
    { account: "default", stream: "leads", run: 2, status: "done", mode: "full", seen: 60 },
    { account: "second", stream: "leads", run: 3, status: "done", mode: "full", inserted: 60 },
  ]);
});

test("reading a missing mirror creates none", async () => {
  await using mirror = await createMirror();
  await expect(mirror.sync.status()).rejects.toThrow("there is no mirror at");
  await expect(readFile(mirror.path)).rejects.toThrow("ENOENT");
  await writeFile(mirror.path, "");
  await expect(mirror.sync.status()).rejects.toThrow("there is no mirror at");
  expect(await readFile(mirror.path, "utf8")).toBe("");
});

test("purge removes a person from tables, history, rejections and bytes", async () => {
  await using mirror = await createMirror({ streams: ["leads", "chats"] });
  const { store } = mirror.sandbox;
  const person = { id: "p1", uid: "visitor-p", name: "Purgatia Former", email: "Purgatia@Example.com" };
  store.leads = [...store.leads, person];
  store.chats = [...store.chats, { cid: "p2", uid: "visitor-p", name: "Purgatia Chatting", lastMessageTime: 1 }];
  await mirror.run();
  store.leads = [...store.leads.slice(0, -1), { ...person, name: "Purgatia Latter", email: "latter@example.com" }];
  await mirror.run();
  mirror.execute(
    `insert into _rejected values ('default', 'leads', 1, 'r', '{"email":"PURGATIA@example.com"}'), ('default', 'leads', 1, 'r', 'null')`,
  );
  expect(await mirror.sync.purge({ email: "purgatia@EXAMPLE.com" })).toEqual({ removed: 2 });
  expect(await mirror.text()).not.toMatch(/purgatia|visitor-p/i);
  expect(mirror.query("select doc from _rejected")).toEqual([{ doc: "null" }]);
  expect(liveDocuments(mirror, "leads").size).toBe(60);
  expect((await mirror.run()).streams).toMatchObject({ leads: { inserted: 1 }, chats: { inserted: 0 } });
});

test("purge by email follows the uid of a rejected record", async () => {
  await using mirror = await createMirror({ streams: ["leads", "chats"] });
  const leads = [
    { id: 7, email: "jane@example.com", uid: "v" },
    { id: 8, email: "joe@example.com", uid: "other" },
    { id: 9, uid: "v" },
    "odd",
  ];
  const chats = [
    { cid: "c", uid: "v" },
    { cid: "d", uid: "other" },
    { cid: "e", uid: "" },
  ];
  const fetch = async (url: unknown) => Response.json(new URL(String(url)).pathname.endsWith("/leads") ? leads : chats);
  await mirror.run({ fetch });
  expect(await mirror.sync.purge({ email: "Jane@example.com" })).toEqual({ removed: 1 });
  expect([...liveDocuments(mirror, "chats").keys()]).toEqual(["d", "e"]);
  expect(mirror.query("select doc ->> 'id' as id from _rejected order by id")).toEqual([{ id: null }, { id: 8 }]);
});

test("purge by email ignores case in any script, and spaces around the address", async () => {
  await using mirror = await createMirror();
  const emails = ["JÖRG@example.com", " Jane@Example.com\n", 9_007_199_254_740_992, null, ["jane@example.com"]];
  const elements = emails.flatMap((email, index) => [
    { id: `lead-${index}`, email },
    { id: index, email },
  ]);
  await mirror.run({ fetch: respondWith(elements) });
  expect(await mirror.sync.purge({ email: "jörg@example.com" })).toEqual({ removed: 1 });
  expect(await mirror.sync.purge({ email: "jane@example.com " })).toEqual({ removed: 1 });
  expect([...liveDocuments(mirror, "leads").keys()]).toEqual(["lead-2", "lead-3", "lead-4"]);
  expect(mirror.query("select doc ->> 'id' as id from _rejected order by id")).toEqual([
    { id: 2 },
    { id: 3 },
    { id: 4 },
  ]);
});

test("a verification that starts in mid-run keeps the progress of the run", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = Array.from({ length: 2500 }, (_, index) => ({ id: `lead-${index}` }));
  await mirror.sync.run();
  let verifying: Promise<unknown> | undefined;
  const { streams } = await mirror.sync.run({
    onEvent: ({ type }) => {
      if (type === "progress") verifying ??= mirror.sync.verify({ signal: AbortSignal.abort() }).catch(() => undefined);
    },
  });
  await verifying;
  expect(streams.leads).toMatchObject({ status: "done", seen: 2500, deleted: 0 });
});

test("redact keeps personal values out of the file, and verify and purge find the records by it", async () => {
  const redact = (value: string) => `hmac:${createHmac("sha256", "a key of the test").update(value).digest("hex")}`;
  await using mirror = await createMirror({ redact });
  const lead = {
    id: "p",
    email: "Purgatia@example.com",
    nickname: "purgatia",
    history: [{ id: "m", message: "I am Purgatia" }],
  };
  mirror.sandbox.store.leads = [lead, ...mirror.sandbox.store.leads.slice(0, 3)];
  await mirror.run();
  expect(await mirror.text()).not.toMatch(/purgatia/i);
  expect(liveDocuments(mirror, "leads").get("p")).toMatchObject({ email: redact("purgatia@example.com") });
  expect((await mirror.sync.verify()).leads).toEqual({ missing: [], extra: [], different: [] });
  expect(await mirror.sync.purge({ email: "PURGATIA@example.com" })).toEqual({ removed: 1 });
  expect(liveDocuments(mirror, "leads").has("p")).toBe(false);
});

const hmacBy = (key: string) => (value: string) => createHmac("sha256", key).update(value).digest("hex");

test.for([
  { name: "none", first: hmacBy("one"), second: undefined, message: "redact is required" },
  { name: "another key", first: hmacBy("one"), second: hmacBy("two"), message: "redact must have the same key" },
  { name: "one, where there was none", first: undefined, second: hmacBy("one"), message: "redact must not be given" },
])("a run, verify and purge by $name are rejected before anything is read or written", async (example) => {
  const { first, second, message } = example;
  await using mirror = await createMirror({ redact: first });
  await mirror.run();
  const before = [mirror.query("select * from _leads"), mirror.query("select * from run")];
  const requests = mirror.sandbox.requests.length;
  const sync = createSync({
    client: mirror.client,
    target: sqliteTarget(mirror.path),
    streams: ["leads", "chats"],
    redact: second,
  });
  const rejected = { name: "ConfigurationError", param: "redact", message: expect.stringContaining(message) };
  await expect(sync.run()).rejects.toMatchObject(rejected);
  await expect(sync.verify()).rejects.toMatchObject(rejected);
  await expect(sync.purge({ email: "jane@example.com" })).rejects.toMatchObject(rejected);
  await sync.close();
  expect([mirror.query("select * from _leads"), mirror.query("select * from run")]).toEqual(before);
  expect(mirror.sandbox.requests).toHaveLength(requests);
  expect((await mirror.run()).streams.leads).toMatchObject({ status: "done", updated: 0 });
});

test("an account without records takes the redaction of its next run, and accounts differ", async () => {
  await using mirror = await createMirror({ redact: hmacBy("one") });
  const { leads: all } = mirror.sandbox.store;
  mirror.sandbox.store.leads = [];
  await mirror.run();
  mirror.sandbox.store.leads = all;
  expect((await mirror.run({ redact: undefined })).streams.leads).toMatchObject({ status: "done", inserted: 60 });
  expect((await mirror.run({ account: "second" })).streams.leads).toMatchObject({ status: "done", inserted: 60 });
});

for (const key of ["lead", "chat", "uid"] as const) {
  test(`purge by ${key} removes the records of that visitor`, async () => {
    await using mirror = await createMirror({ streams: ["leads", "chats"] });
    mirror.sandbox.store.leads = [{ id: "x", uid: "v" }, { id: "y", uid: "" }, { id: "z" }];
    mirror.sandbox.store.chats = [
      { cid: "x", uid: "v" },
      { cid: "y", uid: "" },
    ];
    await mirror.run();
    const value = key === "uid" ? "v" : "x";
    expect(await mirror.sync.purge({ [key]: value } as never)).toEqual({ removed: 2 });
    expect([...liveDocuments(mirror, "leads").keys()]).toEqual(["y", "z"]);
    expect([...liveDocuments(mirror, "chats").keys()]).toEqual(["y"]);
  });
}

test("erasure removes the values and history of records that were deleted before", async () => {
  await using mirror = await createMirror({ eraseAfterDays: 0 });
  const { store } = mirror.sandbox;
  store.leads = leads("a", "b");
  await mirror.run();
  store.leads = leads("a");
  await mirror.run();
  expect(mirror.query("select doc is null as erased from _leads where id = 'b'")).toEqual([{ erased: 0 }]);
  await mirror.run({ eraseAfterDays: 1 });
  expect(mirror.query("select doc is null as erased from _leads where id = 'b'")).toEqual([{ erased: 0 }]);
  await mirror.run();
  expect(mirror.query("select doc is null as erased, length(hash) as hash from _leads where id = 'b'")).toEqual([
    { erased: 1, hash: 0 },
  ]);
  expect(mirror.query("select length(hash) as hash from _index where id = 'b'")).toEqual([{ hash: 0 }]);
  expect(mirror.query("select * from _leads_history")).toEqual([]);
  expect(mirror.query("select id, name, deleted_run from leads_all where id = 'b'")).toEqual([
    { id: "b", name: null, deleted_run: 2 },
  ]);
  expect(mirror.query("select id, op from leads_changes where id = 'b' order by run")).toEqual([
    { id: "b", op: "insert" },
    { id: "b", op: "delete" },
  ]);
  store.leads = leads("a", "b");
  expect((await mirror.run()).streams.leads).toMatchObject({ restored: 1, inserted: 0 });
  expect(liveDocuments(mirror, "leads").get("b")).toEqual(leads("b")[0]);
});

test("erased values are in neither file of a mirror that stays open", async () => {
  await using mirror = await createMirror({ eraseAfterDays: 0 });
  const { store } = mirror.sandbox;
  for (const ids of [["a", "Purgatia"], ["a"], ["a"]]) {
    store.leads = leads(...ids).map((lead) => ({ ...lead, name: `I am ${lead.id}` }));
    await mirror.sync.run();
  }
  expect(await mirror.text()).not.toContain("I am Purgatia");
});

test("changes reports a deletion whose values have been erased", async () => {
  await using mirror = await createMirror({ eraseAfterDays: 0 });
  const { store } = mirror.sandbox;
  store.leads = leads("a", "b", "c");
  await mirror.run();
  store.leads = leads("a", "c", "between");
  await mirror.run();
  store.leads = [{ id: "a", name: "Changed" }, ...leads("c")];
  await mirror.run();
  store.leads = leads("c");
  await mirror.run();
  await mirror.run();
  expect(mirror.query("select id from _leads where doc is null order by id")).toHaveLength(3);
  const since = (run: number) => Array.fromAsync(mirror.sync.changes(run));
  expect(await since(1)).toEqual([
    { stream: "leads", id: "a", op: "delete" },
    { stream: "leads", id: "b", op: "delete" },
  ]);
  expect((await since(2)).map(({ id, op }) => [id, op])).toEqual([
    ["a", "delete"],
    ["between", "delete"],
  ]);
  expect(await since(4)).toEqual([]);
});

test("an unknown stream, person and moment are named", async () => {
  await using mirror = await createMirror();
  expect(() => mirror.sync.asOf("lead" as never, 1)).toThrow(
    'unknown stream "lead"; expected leads, chats, spaces, items',
  );
  expect(() => mirror.sync.asOf("leads", new Date(Number.NaN))).toThrow(
    "at must be a valid date or the number of a run",
  );
  expect(() => mirror.sync.changes(-1)).toThrow("sinceRun must be the number of a run");
  await expect(mirror.sync.purge({ phone: "1" } as never)).rejects.toThrow("person must have one of the keys");
  for (const email of ["", " "]) {
    await expect(mirror.sync.purge({ email })).rejects.toThrow("person.email must be a text that is not empty");
  }
});
