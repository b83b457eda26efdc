import { createClient } from "@serviceform/client";
import { createSandbox } from "@serviceform/sandbox";
import type { Lead } from "@serviceform/types";
import { afterAll, beforeAll, expect, test } from "vitest";
import { createSync, type SyncOptions } from "../src/index.js";
import type { Connection } from "../src/postgres/connection.js";
import { PostgresStore } from "../src/postgres/postgres-store.js";
import { asStored } from "./mirror.js";
import { createPglite } from "./pglite.js";

let connection: Awaited<ReturnType<typeof createPglite>>;
let schemas = 0;

beforeAll(async () => {
  connection = await createPglite();
});
afterAll(() => connection.database.close());

/** A sandbox, or another API, and its mirror in a schema of its own. */
function createMirror({ fetch, connect = async () => connection, ...options }: MirrorOptions = {}) {
  const sandbox = createSandbox();
  const client = createClient({ apiKey: "sf_sandbox_key", fetch: fetch ?? sandbox.fetch, retries: 0 });
  schemas += 1;
  const schema = `mirror ${schemas}`;
  const sync = createSync({ client, target: new PostgresStore(connect, schema), streams: ["leads"], ...options });
  return { sync, sandbox, schema };
}

interface MirrorOptions extends Partial<SyncOptions> {
  readonly fetch?: typeof fetch;
  readonly connect?: () => Promise<Connection>;
}

async function query(sql: string): Promise<unknown[]> {
  return (await connection.database.query(sql)).rows;
}

const liveIds = async (table: string) =>
  (await query(`select id from _${table} where deleted_run is null order by id collate "C"`)).map(
    (row) => (row as { id: string }).id,
  );

test("a mirror in PostgreSQL follows inserts, updates, deletions and returns", async () => {
  const { sync, sandbox } = createMirror({ streams: ["leads", "chats", "items"], messages: true });
  const { store } = sandbox;
  expect((await sync.run()).streams).toMatchObject({
    leads: { run: 1, status: "done", seen: 60, inserted: 60 },
    chats: { run: 2, status: "done", inserted: 120 },
    spaces: { run: 3, status: "done" },
    items: { run: 4, status: "done", inserted: store.items.length },
  });
  expect(await liveIds("leads")).toEqual(store.leads.map(({ id }) => id).sort());
  const [first, second, ...rest] = store.leads as [Lead, Lead, ...Lead[]];
  store.leads = [{ ...first, name: "Renamed" }, ...rest];
  expect((await sync.run()).streams.leads).toMatchObject({ inserted: 0, updated: 1, deleted: 1, restored: 0 });
  store.leads = [{ ...first, name: "Renamed" }, second, ...rest];
  expect((await sync.run()).streams.leads).toMatchObject({ inserted: 0, updated: 0, deleted: 0, restored: 1 });
  expect(await query("select id, from_run::int, to_run::int, op from _leads_history order by op")).toEqual([
    { id: second.id, from_run: 1, to_run: 5, op: "delete" },
    { id: first.id, from_run: 1, to_run: 5, op: "update" },
  ]);
  expect((await Array.fromAsync(sync.changes(4))).filter(({ stream }) => stream === "leads")).toEqual([
    {
      stream: "leads",
      id: first.id,
      op: "update",
      before: asStored(first),
      after: asStored({ ...first, name: "Renamed" }),
    },
  ]);
  expect((await Array.fromAsync(sync.asOf("leads", 4))).map(({ doc }) => doc)).toHaveLength(60);
  expect(await sync.verify()).toMatchObject({
    leads: { missing: [], extra: [], different: [] },
    chats: { different: [] },
  });
  expect(await sync.status()).toMatchObject([
    { run: 9 },
    { run: 10 },
    { run: 11 },
    { run: 12, status: "done", ended: expect.any(String) },
  ]);
  const messages = store.chats.reduce((sum, { history = [] }) => sum + history.length, 0);
  expect(await query("select count(*)::int as n from chat_messages")).toEqual([{ n: messages }]);
});

test("views are typed, and a value that does not match is null", async () => {
  const unusual = {
    name: 7,
    mobile: "yes",
    pageviews: 1.5,
    duration: "x",
    updated: "2024-02-30T00:00:00Z",
    created: "now",
    tools: {},
    tokens: [1],
  };
  const leads = [
    {
      id: "a",
      mobile: true,
      pageviews: 3,
      duration: 1.5,
      updated: "2024-08-30T05:48:46+02:00",
      tools: [{ tid: "t" }, 7],
    },
    { id: "b", ...unusual },
    { id: "c", pageviews: 1e30, updated: "2024-08-30T05:48:46" },
  ];
  const chats = [
    { cid: "x", lastMessageTime: 1672531200 },
    { cid: "y", lastMessageTime: 1e15 },
    { cid: "z", lastMessageTime: "1" },
  ];
  const fetch = async (url: unknown) => Response.json(String(url).endsWith("/chats") ? chats : leads);
  await createMirror({ streams: ["leads", "chats"], fetch }).sync.run();
  expect(
    await query("select id, name, mobile, pageviews::int, duration, updated, created, tools from leads order by id"),
  ).toEqual([
    {
      id: "a",
      name: null,
      mobile: true,
      pageviews: 3,
      duration: 1.5,
      updated: new Date("2024-08-30T03:48:46Z"),
      created: null,
      tools: [{ tid: "t" }, 7],
    },
    { id: "b", name: null, mobile: null, pageviews: null, duration: null, updated: null, created: null, tools: null },
    { id: "c", name: null, mobile: null, pageviews: null, duration: null, updated: null, created: null, tools: null },
  ]);
  expect(await query(`select cid, "lastMessageTime" from chats order by cid`)).toEqual([
    { cid: "x", lastMessageTime: new Date("2023-01-01T00:00:00Z") },
    { cid: "y", lastMessageTime: null },
    { cid: "z", lastMessageTime: null },
  ]);
  expect(await query("select lead_id, tid from lead_tools")).toEqual([{ lead_id: "a", tid: "t" }]);
});

test("a record that comes twice counts once, and an unchanged one is no change", async () => {
  const { sync, sandbox } = createMirror();
  const many = (name: string): Lead[] => [
    { id: "a", name },
    ...Array.from({ length: 1200 }, (_, index) => ({ id: `lead-${index}` })),
  ];
  sandbox.store.leads = many("One");
  await sync.run();
  sandbox.store.leads = [...many("Between"), { id: "a", name: "Two" }];
  expect((await sync.run()).streams.leads).toMatchObject({ seen: 1201, updated: 1 });
  sandbox.store.leads = [...many("Between"), { id: "a", name: "Two" }];
  expect((await sync.run()).streams.leads).toMatchObject({ seen: 1201, updated: 0 });
  expect(await query("select count(*)::int as n from _leads_history")).toEqual([{ n: 1 }]);
  expect(await query("select name from leads where id = 'a'")).toEqual([{ name: "Two" }]);
});

test("hashes are compared by a prepared statement once the mirror has many records", async () => {
  const { sync, sandbox } = createMirror();
  const many: Lead[] = Array.from({ length: 1000 }, (_, index) => ({ id: `lead-${index}` }));
  connection.prepared.clear();
  sandbox.store.leads = many.slice(1);
  await sync.run();
  sandbox.store.leads = many;
  await sync.run();
  expect([...connection.prepared]).toEqual([]);
  expect((await sync.run()).streams.leads).toMatchObject({ status: "done", seen: 1000, inserted: 0, updated: 0 });
  expect([...connection.prepared]).toEqual(["probe leads"]);
});

test("characters that PostgreSQL rejects are replaced, and those special to COPY stay", async () => {
  const { sync, sandbox } = createMirror();
  sandbox.store.leads = [{ id: "a\\.\t\n", name: "x\0y\ud800z\\N\t\r\n" }];
  expect((await sync.run()).streams.leads).toMatchObject({ status: "done" });
  expect(await query("select id, name from leads")).toEqual([{ id: "a\\.\t\n", name: "x\u2400y\ufffdz\\N\t\r\n" }]);
});

test("purge by email follows the uid of a rejected record, and ignores spaces around the address", async () => {
  const leads = [{ id: 7, email: " Jane@Example.com ", uid: "v" }, { id: 8, uid: "other" }, "odd", { id: "a" }];
  const chats = [
    { cid: "c", uid: "v" },
    { cid: "d", uid: "other" },
  ];
  const fetch = async (url: unknown) => Response.json(new URL(String(url)).pathname.endsWith("/leads") ? leads : chats);
  const { sync } = createMirror({ streams: ["leads", "chats"], fetch });
  await sync.run();
  expect(await sync.purge({ email: "jane@example.com" })).toEqual({ removed: 1 });
  expect(await liveIds("chats")).toEqual(["d"]);
  expect(await query("select reason, doc ->> 'id' as id from _rejected order by id")).toEqual([
    { reason: "id must be a string", id: "8" },
    { reason: "the record must be an object", id: null },
  ]);
});

test("verify finds a document that was changed by hand", async () => {
  const { sync, sandbox } = createMirror();
  sandbox.store.leads = [{ id: "a", name: "Jane" }, { id: "b" }];
  await sync.run();
  await query(`update _leads set doc = doc || '{"name":"Janet"}' where id = 'a'`);
  expect((await sync.verify()).leads).toEqual({ missing: [], extra: [], different: ["a"] });
});

test("changes reports a deletion whose values have been erased", async () => {
  const { sync, sandbox } = createMirror({ eraseAfterDays: 0 });
  sandbox.store.leads = [{ id: "a" }, { id: "b" }];
  await sync.run();
  sandbox.store.leads = [{ id: "a" }];
  await sync.run();
  await sync.run();
  expect(await query("select id, length(hash) as hash from _leads where doc is null")).toEqual([{ id: "b", hash: 0 }]);
  expect(await query("select * from _leads_history")).toEqual([]);
  expect(await Array.fromAsync(sync.changes(1))).toEqual([{ stream: "leads", id: "b", op: "delete" }]);
  expect(await Array.fromAsync(sync.changes(2))).toEqual([]);
});

test("two first uses at once share a session", async () => {
  let sessions = 0;
  const connect = async () => {
    sessions += 1;
    return connection;
  };
  const { sync } = createMirror({ connect });
  await Promise.all([sync.run(), sync.status()]);
  expect(sessions).toBe(1);
});

test("the redaction of a run that is faster to store the first record stays", async () => {
  const other = [
    `insert into state values ('default', 'redaction', '"other"')`,
    "insert into _leads (account, id, hash, first_run, changed_run) values ('default', 'a', '', 1, 1)",
  ];
  async function query<Row>(sql: string, values: readonly unknown[] = []) {
    const isClaim = sql.startsWith("insert into state") && sql.includes("'redaction'");
    if (isClaim) for (const statement of other) await connection.query(statement);
    return connection.query<Row>(sql, values);
  }
  const { sync } = createMirror({ connect: async () => ({ ...connection, query }) });
  await expect(sync.run()).rejects.toMatchObject({ name: "ConfigurationError", param: "redact" });
});

/** A connection that adds up the plans of statements that begin like this; and the most rows of a step in them. */
function explaining(start: string) {
  let plans = "";
  async function query<Row>(sql: string, values: readonly unknown[] = []) {
    if (sql.startsWith(start)) plans += JSON.stringify((await connection.query(`explain analyze ${sql}`, values)).rows);
    return connection.query<Row>(sql, values);
  }
  const mostRows = (): number => {
    const steps = [...plans.matchAll(/actual time=\S+ rows=([\d.]+) loops=(\d+)/g)];
    return Math.max(...steps.map(([, rows, loops]) => Number(rows) * Number(loops)));
  };
  return { connect: async () => ({ ...connection, query }), mostRows };
}

test("verify reads no more than the records that it compares, also before PostgreSQL has statistics", async () => {
  const { connect, mostRows } = explaining("select p.id");
  const { sync, sandbox } = createMirror({ connect });
  sandbox.store.leads = Array.from({ length: 3000 }, (_, index) => ({ id: `lead-${index}` }));
  await sync.run();
  expect(await sync.verify()).toEqual({ leads: { missing: [], extra: [], different: [] } });
  expect(mostRows()).toBe(1000);
});

test("asOf reads no more than the records of a page", async () => {
  const { connect, mostRows } = explaining("select id, cast(doc as text)");
  const { sync, sandbox } = createMirror({ connect });
  sandbox.store.leads = Array.from({ length: 3000 }, (_, index) => ({ id: `lead-${index}` }));
  await sync.run();
  await connection.query("analyze");
  expect(await Array.fromAsync(sync.asOf("leads", new Date()))).toHaveLength(3000);
  expect(mostRows()).toBe(500);
});

test("a run that breaks before it starts leaves no lock", async () => {
  const { sync } = createMirror();
  await sync.run();
  await query("alter table account rename to hidden");
  await expect(sync.run()).rejects.toThrow('relation "account" does not exist');
  await query("alter table hidden rename to account");
  expect((await sync.run()).streams.leads).toMatchObject({ status: "done" });
});

test("a schema that is no mirror is not changed", async () => {
  const { sync, schema } = createMirror();
  await connection.database.exec(`create schema "${schema}"; create table "${schema}".other (id text)`);
  await expect(sync.run()).rejects.toThrow(`schema ${schema} is not a mirror`);
  expect(
    await query(
      `select relname from pg_class c join pg_namespace n on n.oid = relnamespace where nspname = '${schema}'`,
    ),
  ).toEqual([{ relname: "other" }]);
});

test("a mirror of a newer version is not changed", async () => {
  const { sync } = createMirror();
  await sync.run();
  await query(`update state set state = '{"version":99,"views":""}' where account = ''`);
  await sync.close();
  const message = "the mirror has schema version 99, and this version of @serviceform/sync knows 1";
  await expect(sync.status()).rejects.toThrow(message);
  await expect(sync.run()).rejects.toThrow(message);
});
