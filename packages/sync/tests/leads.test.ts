import { createHash, hash } from "node:crypto";
import { mkdir, readFile, rm, symlink, writeFile } from "node:fs/promises";
import { join } from "node:path";
import { DatabaseSync } from "node:sqlite";
import { SyncBusyError } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";
import type { Lead } from "@serviceform/types";
import { expect, test, vi } from "vitest";
import { asStored, createMirror, liveDocuments, respondWith, storedById } from "./mirror.js";

const manyLeads = (count: number): Lead[] => Array.from({ length: count }, (_, index) => ({ id: `lead-${index}` }));

test("a first run inserts every lead", async () => {
  await using mirror = await createMirror();
  const { streams } = await mirror.run();
  expect(streams).toEqual({
    leads: { run: 1, status: "done", seen: 60, inserted: 60, updated: 0, deleted: 0, restored: 0, rejected: 0 },
  });
  expect(liveDocuments(mirror, "leads")).toEqual(storedById(mirror.sandbox.store.leads));
});

test("an unchanged run writes only its own row", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const before = mirror.query("select * from _leads order by id");
  expect((await mirror.run()).streams.leads).toMatchObject({ run: 2, seen: 60, inserted: 0, updated: 0, deleted: 0 });
  expect(mirror.query("select * from _leads order by id")).toEqual(before);
  expect(mirror.query("select * from _leads_history")).toEqual([]);
});

test("the order of keys is no change, and the index keeps it for the next run", async () => {
  await using mirror = await createMirror();
  const { store } = mirror.sandbox;
  const indexed = () =>
    mirror.query("select id, lower(hex(hash)) as hash from _index order by id") as { id: string; hash: string }[];
  const sent = () => store.leads.map((lead) => ({ id: lead.id, hash: hash("sha256", JSON.stringify(lead)) }));
  store.leads.sort((a, b) => (a.id < b.id ? -1 : 1));
  await mirror.run();
  expect(indexed()).toEqual(sent());

  store.leads = store.leads.map(
    (lead) => Object.fromEntries(Object.entries(lead).reverse()) as unknown as Lead, // The same properties.
  );
  expect(await mirror.sync.verify()).toEqual({ leads: { missing: [], extra: [], different: [] } });
  const before = mirror.query("select * from _leads");
  expect((await mirror.run()).streams.leads).toMatchObject({ seen: 60, updated: 0, deleted: 0 });
  expect(mirror.query("select * from _leads")).toEqual(before);
  expect(indexed()).toEqual(sent());
});

test("a run that has seen every record does not look for others", async () => {
  await using mirror = await createMirror();
  const { store } = mirror.sandbox;
  const all = store.leads;
  async function run(leads: Lead[]) {
    store.leads = leads;
    const target = sqliteTarget(mirror.path);
    const countUnseen = vi.spyOn(target, "countUnseen");
    const { deleted, restored } = (await mirror.run({ target })).streams.leads ?? {};
    return { deleted, restored, counts: countUnseen.mock.calls.length };
  }
  expect(await run(all)).toEqual({ deleted: 0, restored: 0, counts: 0 });
  expect(await run([...all, ...all])).toEqual({ deleted: 0, restored: 0, counts: 0 });
  expect(await run(all.slice(1))).toEqual({ deleted: 1, restored: 0, counts: 1 });
  expect(await run([...all, { id: "new" }])).toEqual({ deleted: 0, restored: 1, counts: 0 });
  expect(await run([...all.slice(1), { id: "newer" }])).toEqual({ deleted: 2, restored: 0, counts: 1 });
});

test("changes, deletions and returns leave one history row for each version that ended", async () => {
  await using mirror = await createMirror();
  const { store } = mirror.sandbox;
  await mirror.run();
  const [first, second] = store.leads as [Lead, Lead];
  const renamed = { ...first, name: "Renamed" };
  store.leads = [renamed, ...store.leads.slice(2)];
  expect((await mirror.run()).streams.leads).toMatchObject({ seen: 59, updated: 1, deleted: 1, inserted: 0 });
  store.leads = [renamed, second, ...store.leads.slice(1)];
  expect((await mirror.run()).streams.leads).toMatchObject({ seen: 60, updated: 0, deleted: 0, restored: 1 });

  expect(mirror.query("select id, from_run, to_run, op from _leads_history order by op")).toEqual([
    { id: second.id, from_run: 1, to_run: 2, op: "delete" },
    { id: first.id, from_run: 1, to_run: 2, op: "update" },
  ]);
  expect(mirror.query("select id, run, op from leads_changes where run > 1 order by run, op")).toEqual([
    { id: second.id, run: 2, op: "delete" },
    { id: first.id, run: 2, op: "update" },
    { id: second.id, run: 3, op: "restore" },
  ]);
  expect(liveDocuments(mirror, "leads")).toEqual(storedById(store.leads));
});

test("a record that comes twice counts once, with its last version", async () => {
  await using mirror = await createMirror();
  const { store } = mirror.sandbox;
  await mirror.run();
  const [first] = store.leads as [Lead];
  store.leads = [{ ...first, name: "Between" }, ...store.leads.slice(1), { ...first, name: "Last" }];
  expect((await mirror.run()).streams.leads).toMatchObject({ seen: 60, updated: 1 });
  expect(mirror.query("select name from leads where id = ?", first.id)).toEqual([{ name: "Last" }]);
  store.leads = [{ ...first, name: "Between" }, ...store.leads.slice(1, -1), { ...first, name: "Last" }];
  expect((await mirror.run()).streams.leads).toMatchObject({ seen: 60, updated: 0 });
  expect(mirror.query("select count(*) as n from _leads_history")).toEqual([{ n: 1 }]);
});

test("the hash is SHA-256 of the document with sorted keys", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = [{ name: "B", id: "a", nested: { z: 1, a: [{ y: 1, b: 2 }] } } as Lead];
  await mirror.run();
  const sorted = '{"id":"a","name":"B","nested":{"a":[{"b":2,"y":1}],"z":1}}';
  const [row] = mirror.query("select hash, doc from _leads");
  expect(row?.doc).toBe(sorted);
  expect(Buffer.from(row?.hash as Uint8Array).toString("hex")).toBe(createHash("sha256").update(sorted).digest("hex"));
});

test("characters that databases reject are replaced", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = [{ id: "a", name: "x\0y\ud800z", "\0": "\\u0000" } as Lead];
  await mirror.run();
  expect(liveDocuments(mirror, "leads").get("a")).toEqual({ id: "a", name: "x\u2400y\ufffdz", "\u2400": "\\u0000" });
});

test("a stream that breaks off keeps its records and deletes nothing", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  mirror.sandbox.store.leads = [{ id: "new" }, ...mirror.sandbox.store.leads];
  mirror.sandbox.faults.add({ kind: "cut", times: 1 });
  const { leads } = (await mirror.run()).streams;
  expect(leads).toMatchObject({ status: "failed", deleted: 0, error: { name: expect.any(String) } });
  expect(mirror.query("select count(*) as n from leads")[0]?.n).toBeGreaterThanOrEqual(60);
  expect((await mirror.run()).streams.leads).toMatchObject({ status: "done", deleted: 0 });
  expect(liveDocuments(mirror, "leads")).toEqual(storedById(mirror.sandbox.store.leads));
});

for (const [name, body] of [
  ["HTML", "<html></html>"],
  ["an object", '{"leads":[]}'],
  ["an array that does not end", '[{"id":"lead-1"}'],
  ["nothing", ""],
] as const) {
  test(`a response that is ${name} deletes nothing`, async () => {
    await using mirror = await createMirror();
    await mirror.run();
    const fetch = async () => new Response(body, { headers: { "content-type": "application/json" } });
    expect((await mirror.run({ fetch })).streams.leads).toMatchObject({ status: "failed", deleted: 0 });
    expect(mirror.query("select count(*) as n from leads")).toEqual([{ n: 60 }]);
  });
}

test("an empty list is refused when records exist, unless mass deletion is allowed", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  mirror.sandbox.store.leads = [];
  const { leads } = (await mirror.run()).streams;
  expect(leads).toMatchObject({
    status: "refused",
    deleted: 0,
    error: { message: expect.stringContaining("60 records") },
  });
  expect((await mirror.run({ allowMassDelete: true })).streams.leads).toMatchObject({ status: "done", deleted: 60 });
});

test("a mass deletion is refused above share and rows", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = manyLeads(300);
  await mirror.run();
  const all = mirror.sandbox.store.leads;
  mirror.sandbox.store.leads = all.slice(0, 239);
  const { leads } = (await mirror.run()).streams;
  expect(leads).toMatchObject({ status: "refused", error: { message: "61 of 300 records would be marked deleted" } });
  expect((await mirror.run({ guards: { maxDeleteShare: 0.3 } })).streams.leads).toMatchObject({
    status: "done",
    deleted: 61,
  });
  mirror.sandbox.store.leads = all.slice(0, 189);
  expect((await mirror.run()).streams.leads).toMatchObject({ status: "done", deleted: 50 });
});

test("a mirror whose first run broke off early continues", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = manyLeads(25);
  await mirror.run();
  mirror.sandbox.store.leads = manyLeads(2000);
  expect((await mirror.run()).streams.leads).toMatchObject({ status: "done", inserted: 1975, deleted: 0 });
});

test("the list of another account is refused before anything is written", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const own = mirror.query("select * from _leads");
  mirror.sandbox.store.leads = mirror.sandbox.store.leads.map((lead) => ({ ...lead, id: `other-${lead.id}` }));
  const { leads } = (await mirror.run({ allowMassDelete: true })).streams;
  expect(leads).toMatchObject({ status: "refused", error: { message: expect.stringContaining("another account") } });
  expect(mirror.query("select * from _leads")).toEqual(own);
});

test("records with an invalid key are stored as rejected, and nothing is deleted", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const [, ...rest] = mirror.sandbox.store.leads;
  const fetch = respondWith([...rest, { name: "No key" }, { id: 7 }, null, { id: "x".repeat(501) }]);
  const { leads } = (await mirror.run({ fetch })).streams;
  expect(leads).toMatchObject({ status: "done", rejected: 4, deleted: 0, seen: 59 });
  expect(mirror.query("select stream, run, reason from _rejected").map(({ reason }) => reason)).toEqual([
    "id must be a string",
    "id must be a string",
    "the record must be an object",
    "id must have at most 500 characters",
  ]);
  await mirror.run();
  expect(mirror.query("select * from _rejected")).toEqual([]);
});

test("an abort ends a run whose target does not respond", async () => {
  await using mirror = await createMirror();
  const controller = new AbortController();
  const open = () => new Promise<void>(() => controller.abort(new Error("interrupted")));
  const target = { ...sqliteTarget(mirror.path), open };
  await expect(mirror.run({ target, signal: controller.signal })).rejects.toThrow("interrupted");
});

test("a run that a guard stops keeps the rejected records of an earlier run", async () => {
  await using mirror = await createMirror();
  const records = (name: string) => Array.from({ length: 30 }, (_, index) => ({ id: `${name}-${index}` }));
  await mirror.run({ fetch: respondWith([...records("own"), { id: 7 }]) });
  expect((await mirror.run({ fetch: respondWith(records("other")) })).streams.leads).toMatchObject({
    status: "refused",
  });
  expect(mirror.query("select reason from _rejected")).toEqual([{ reason: "id must be a string" }]);
});

test.for([
  { name: "plain", redact: undefined, email: "jane@example.com" },
  { name: "redacted", redact: (value: string) => `#${value}`, email: "#jane@example.com" },
])("a $name record that is nested too deep is rejected without its nested values", async ({ redact, email }) => {
  await using mirror = await createMirror({ redact });
  const nested = (depth: number) => "[".repeat(depth) + "]".repeat(depth);
  const body = `[{"id":"flat","email":"joe@example.com"},{"id":"deepest","history":${nested(499)}},
{"id":"deep","email":"jane@example.com","uid":"v","history":${nested(500)}},{"id":"deeper","x":${nested(20_000)}},${nested(20_000)}]`;
  const fetch = async () => new Response(body, { headers: { "content-type": "application/json" } });
  expect((await mirror.run({ fetch })).streams.leads).toMatchObject({ status: "done", seen: 2, rejected: 3 });
  const reason = "the record must have at most 500 levels";
  expect(mirror.query("select reason, doc from _rejected order by rowid")).toEqual([
    { reason, doc: JSON.stringify({ email, id: "deep", uid: "v" }) },
    { reason, doc: '{"id":"deeper"}' },
    { reason, doc: "null" },
  ]);
  expect(mirror.query("select id from leads order by id")).toEqual([{ id: "deepest" }, { id: "flat" }]);
  expect(await mirror.sync.purge({ email: "jane@example.com" })).toEqual({ removed: 0 });
  expect(mirror.query("select count(*) as n from _rejected")).toEqual([{ n: 2 }]);
});

test("a second run is busy while the first one holds the lock", async () => {
  await using mirror = await createMirror();
  const { promise: isReading, resolve: reading } = Promise.withResolvers<void>();
  const { promise: mayEnd, resolve: end } = Promise.withResolvers<void>();
  const fetch = async () => {
    reading();
    await mayEnd;
    return Response.json(manyLeads(3));
  };
  const first = mirror.run({ fetch });
  await isReading;
  await expect(mirror.run()).rejects.toBeInstanceOf(SyncBusyError);
  end();
  expect((await first).streams.leads?.status).toBe("done");
});

test("a second run of the same mirror object is busy too", async () => {
  await using mirror = await createMirror();
  const first = mirror.sync.run();
  await expect(mirror.sync.run()).rejects.toBeInstanceOf(SyncBusyError);
  expect((await first).streams.leads?.status).toBe("done");
});

test("a mirror has the same lock through a symbolic link", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const link = join(mirror.folder, "link.db");
  await symlink(mirror.path, link);
  const [first, second] = [sqliteTarget(mirror.path), sqliteTarget(link)];
  await Promise.all([first.open("write"), second.open("write")]);
  expect(await first.lock("default", ["leads"])).toBe(true);
  expect(await second.lock("default", ["leads"])).toBe(false);
  await Promise.all([first.close(), second.close()]);
});

test("an aborted run rejects with the reason and is failed", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = manyLeads(5000);
  const controller = new AbortController();
  const reason = new Error("stop");
  const onEvent = ({ type }: { type: string }) => type === "progress" && controller.abort(reason);
  await expect(mirror.run({ signal: controller.signal, onEvent })).rejects.toBe(reason);
  expect(mirror.query("select status from run")).toEqual([{ status: "failed" }]);
  expect(mirror.query("select count(*) as n from leads")[0]?.n).toBeGreaterThanOrEqual(1000);
});

test("a run whose process is gone becomes failed", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  {
    using database = new DatabaseSync(mirror.path);
    database.exec("update run set status = 'running', ended = null");
  }
  await mirror.run();
  expect(mirror.query("select status, ended is not null as ended from run order by run")).toEqual([
    { status: "failed", ended: 1 },
    { status: "done", ended: 1 },
  ]);
});

test("a run that breaks before it starts leaves no lock", async () => {
  await using mirror = await createMirror();
  await mirror.sync.run();
  mirror.execute("alter table account rename to hidden");
  await expect(mirror.sync.run()).rejects.toThrow("no such table: account");
  mirror.execute("alter table hidden rename to account");
  expect((await mirror.sync.run()).streams.leads).toMatchObject({ status: "done" });
});

test("a mirror of a newer version is not changed", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  mirror.execute(`update state set state = '{"version":99,"views":""}' where account = ''`);
  const message = "the mirror has schema version 99, and this version of @serviceform/sync knows 1";
  await expect(mirror.run()).rejects.toThrow(message);
  await expect(mirror.sync.status()).rejects.toThrow(message);
});

test("the error that ends a change of the schema is named, although it ends the transaction too", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  mirror.execute(`update state set state = '{"version":1,"views":"of another version"}' where account = ''`);
  mirror.execute("create trigger full before insert on state begin select raise(rollback, 'the disk is full'); end");
  await expect(mirror.run()).rejects.toThrow("the disk is full");
  mirror.execute("drop trigger full");
  expect((await mirror.run()).streams.leads?.status).toBe("done");
});

test("a batch that fails leaves nothing, and ends its run with the error", async () => {
  await using mirror = await createMirror();
  await mirror.run({ fetch: respondWith([]) });
  mirror.execute(
    "create trigger full before insert on _leads when new.id = 'lead-30' begin select raise(fail, 'the disk is full'); end",
  );
  const failed = { status: "failed", error: expect.objectContaining({ message: "the disk is full" }) };
  expect((await mirror.sync.run()).streams.leads).toMatchObject(failed);
  expect(mirror.query("select status, error from run where run = 2")).toEqual([
    { status: "failed", error: "the disk is full" },
  ]);
  mirror.execute("drop trigger full");
  expect((await mirror.sync.run()).streams.leads).toMatchObject({ status: "done", seen: 60, inserted: 60 });
});

test("a mirror that cannot be opened is not called a file of something else", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  await mkdir(`${mirror.path}-wal`);
  const message = `${mirror.path} cannot be opened (unable to open database file); SQLite must be able to write`;
  await expect(mirror.run()).rejects.toThrow(message);
  await expect(mirror.run({ target: sqliteTarget(join(mirror.path, "a.db")) })).rejects.toThrow("cannot be opened");
  // The name is valid, but not that of the journal beside it.
  const longest = join(mirror.folder, `${"x".repeat(245)}.db`);
  await expect(mirror.run({ target: sqliteTarget(longest) })).rejects.toThrow(`${longest} cannot be opened`);
});

test("a file that is no mirror is rejected and not changed", async () => {
  await using mirror = await createMirror();
  await writeFile(mirror.path, "name;email\n");
  await expect(mirror.run()).rejects.toThrow("is not a mirror");
  expect(await readFile(mirror.path, "utf8")).toBe("name;email\n");
  await rm(mirror.path);
  {
    using database = new DatabaseSync(mirror.path);
    database.exec("create table other (id)");
  }
  const before = await readFile(mirror.path);
  await expect(mirror.run()).rejects.toThrow("is not a mirror");
  expect(await readFile(mirror.path)).toEqual(before);
});

test("a value that does not match its column is null in the view", async () => {
  await using mirror = await createMirror();
  mirror.sandbox.store.leads = [{ id: "a", name: 7, mobile: true, pageviews: 1.5, updated: "now", extra: 1 } as never];
  await mirror.run({ fetch: respondWith(mirror.sandbox.store.leads) });
  expect(mirror.query("select account, id, name, mobile, pageviews, updated from leads")).toEqual([
    { account: "default", id: "a", name: null, mobile: 1, pageviews: null, updated: null },
  ]);
});

test("messages of leads are rows", async () => {
  await using mirror = await createMirror();
  await mirror.run();
  const [lead] = mirror.sandbox.store.leads.filter(({ history }) => history?.length);
  expect(
    mirror.query("select id, message, type, timestamp from lead_messages where lead_id = ?", lead?.id ?? ""),
  ).toEqual(asStored(lead?.history));
});

test("records that somebody deletes from the table are written again by the next run", async () => {
  await using mirror = await createMirror({ streams: ["leads", "items"] });
  await mirror.run();
  mirror.execute("delete from _leads where id in ('lead-1', 'lead-2'); delete from _items");
  const { leads, items } = (await mirror.run()).streams;
  expect(leads).toMatchObject({ status: "done", seen: 60, inserted: 2, deleted: 0 });
  expect(items).toMatchObject({ status: "done", inserted: items?.seen, deleted: 0 });
  const none = { missing: [], extra: [], different: [] };
  expect(await mirror.sync.verify()).toEqual({ leads: none, items: none, spaces: none });
});

test("a row that was deleted by hand is missing for verify, and inserted when its record changes", async () => {
  await using mirror = await createMirror();
  const { store } = mirror.sandbox;
  store.leads = manyLeads(3);
  await mirror.run();
  mirror.execute("delete from _leads where id = 'lead-1'");
  mirror.execute(`update _leads set doc = '{"id":"lead-2","name":"By hand"}' where id = 'lead-2'`);
  expect((await mirror.sync.verify()).leads).toEqual({ missing: ["lead-1"], extra: [], different: ["lead-2"] });

  store.leads = store.leads.map((lead) => ({ ...lead, name: "Changed" }));
  expect((await mirror.sync.verify()).leads).toMatchObject({ missing: ["lead-1"] });
  expect((await mirror.run()).streams.leads).toMatchObject({ status: "done", inserted: 1, updated: 2 });
  expect(liveDocuments(mirror, "leads")).toEqual(storedById(store.leads));
});
