import { Socket } from "node:net";
import { createClient } from "@serviceform/client";
import { createSync } from "@serviceform/sync";
import { type PostgresOptions, postgresTarget } from "@serviceform/sync/postgres";
import pg from "pg";
import { beforeEach, expect, test, vi } from "vitest";
import { startCluster } from "../cluster.js";

const cluster = await startCluster();
const { query } = cluster;
await query("create role reader");
beforeEach(async () => {
  await query(
    "drop schema if exists serviceform cascade; drop schema if exists reports cascade; create schema reports",
  );
  await run();
});

/** A run with a session of its own. */
async function run(options: PostgresOptions = {}, url: string = cluster.url): Promise<string | undefined> {
  const client = createClient({ apiKey: "k", fetch: async () => Response.json([{ id: "a", name: "Jane" }]) });
  const sync = createSync({ client, target: postgresTarget(url, options), streams: ["leads"] });
  try {
    return (await sync.run()).streams.leads?.status;
  } finally {
    await sync.close();
  }
}

/** As if another version of the package, for another version of the contract, had created the views. */
async function setContract(version: string): Promise<void> {
  await query(`update serviceform.state set state = '{"version":1,"views":"${version} hash"}' where stream = 'schema'`);
}

async function readColumns(view: string): Promise<unknown[]> {
  const rows = await query(
    `select attname from pg_attribute where attrelid = 'serviceform.${view}'::regclass order by attnum`,
  );
  return rows.map(({ attname }) => attname);
}

/** What others have set on a view. */
async function readSettings(view: string): Promise<unknown> {
  const [settings] = await query(
    `select has_table_privilege('reader', c.oid, 'select') as read, has_column_privilege('reader', c.oid, 'id', 'update') as edit,
reloptions as options, obj_description(c.oid) as comment, col_description(c.oid, 2) as "commentOfId"
from pg_class c where c.oid = 'serviceform.${view}'::regclass`,
  );
  return settings;
}

const settle = (view: string) =>
  query(`alter view serviceform.${view} set (security_invoker = true, security_barrier = false);
grant select on serviceform.${view} to reader; grant update (id) on serviceform.${view} to reader;
comment on view serviceform.${view} is 'Ours'; comment on column serviceform.${view}.id is 'The key'`);

const SETTLED = {
  read: true,
  edit: true,
  options: ["security_invoker=true", "security_barrier=false"],
  comment: "Ours",
  commentOfId: "The key",
};

test("a view that gets columns keeps its privileges, options and comments, and the views that read it", async () => {
  await query(`drop view serviceform.leads_all;
create view serviceform.leads_all as select account, id, doc ->> 'email' as email, deleted_run from serviceform._leads;
create view reports.deleted as select id from serviceform.leads_all where deleted_run is not null`);
  await settle("leads_all");
  await setContract("1.0.0");
  expect(await run()).toBe("done");
  expect(await readSettings("leads_all")).toEqual(SETTLED);
  expect((await readColumns("leads_all")).slice(0, 5)).toEqual(["account", "id", "email", "deleted_run", "name"]);
  expect(await query("select id, name, deleted_run from serviceform.leads_all")).toEqual([
    { id: "a", name: "Jane", deleted_run: null },
  ]);
  expect(await query("select * from reports.deleted")).toEqual([]);
});

test("a view that loses columns is created again with its privileges, options and comments", async () => {
  await query(`create or replace view serviceform.spaces as select *, 1 as gone from (${await readView("spaces")}) v`);
  await settle("spaces");
  await setContract("1.0.0");
  expect(await run()).toBe("done");
  expect(await readColumns("spaces")).not.toContain("gone");
  expect(await readSettings("spaces")).toEqual(SETTLED);
});

test("a view that loses columns and that others read stops the run, which names them", async () => {
  await query(`create or replace view serviceform.spaces as select *, 1 as gone from (${await readView("spaces")}) v;
create view reports.mine as select id from serviceform.spaces`);
  await setContract("1.0.0");
  await expect(run()).rejects.toThrow(
    "cannot drop view spaces because other objects depend on it (view reports.mine depends on view spaces); drop what depends on it, and create it again after the next run",
  );
  await query("drop view reports.mine");
  expect(await run()).toBe("done");
});

async function readView(name: string): Promise<string> {
  const [row] = await query(`select rtrim(pg_get_viewdef('serviceform.${name}'::regclass), ';') as sql`);
  return String(row?.sql);
}

test("an older version of the package leaves the views of a newer contract", async () => {
  await query("drop view serviceform.items; create view serviceform.items as select 1 as newer");
  await setContract("1000.0.0");
  expect(await run()).toBe("done");
  expect(await readColumns("items")).toEqual(["newer"]);
});

test("a reader does not hold up an update of views that stay as they are", async () => {
  await using reader = await openReader("chats, serviceform._rejected");
  await setContract("1.0.0");
  expect(await run()).toBe("done");
  await reader.query("select 1");
});

test("a reader of a view that must be replaced stops the run after a while, which names its session", async () => {
  await query("drop view serviceform.items; create view serviceform.items as select 'a' as account");
  await setContract("1.0.0");
  {
    await using reader = await openReader("items");
    const [row] = (await reader.query("select pg_backend_pid() as pid")).rows;
    await expect(run()).rejects.toThrow(
      `schema serviceform cannot be updated for this version, since these processes hold locks: ${row.pid} (a reader); the next run tries again`,
    );
  }
  expect(await run()).toBe("done");
});

/** A session that has read from a view, and leaves its transaction open. */
async function openReader(tables: string): Promise<pg.Client & AsyncDisposable> {
  const reader = new pg.Client({ connectionString: cluster.url, application_name: "a reader" });
  await reader.connect();
  await reader.query(`begin; select from serviceform.${tables}`);
  return Object.assign(reader, { [Symbol.asyncDispose]: () => reader.end() });
}

test("the numbers of runs go on where their sequence is behind, as after logical replication", async () => {
  for (let count = 1; count <= 5; count += 1) await run();
  await query("select setval(pg_get_serial_sequence('serviceform.run', 'run'), 1)");
  expect(await run()).toBe("done");
  expect(await query("select max(run)::int as run, count(*)::int as count from serviceform.run")).toEqual([
    { run: 7, count: 7 },
  ]);
});

test("a session that waits for the API is not ended as an idle one", async () => {
  await query("create role impatient superuser login; alter role impatient set idle_session_timeout to '10min'");
  const setKeepAlive = vi.spyOn(Socket.prototype, "setKeepAlive");
  const timeouts: unknown[] = [];
  const beforeDone: PostgresOptions["beforeDone"] = async (transaction) => {
    timeouts.push(...(await transaction.query("show idle_session_timeout", [])).rows);
  };
  expect(await run({ beforeDone }, cluster.url.replace("postgres@", "impatient@"))).toBe("done");
  expect(timeouts).toEqual([{ idle_session_timeout: "0" }]);
  // Firewalls forget idle connections.
  expect(setKeepAlive).toHaveBeenCalledWith(true, 60_000);
});
