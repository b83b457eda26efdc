import { createClient } from "@serviceform/client";
import { createSync, type Sync, SyncBusyError, type SyncEvent, type SyncOptions } from "@serviceform/sync";
import { postgresTarget } from "@serviceform/sync/postgres";
import pg from "pg";
import { expect, onTestFinished, test } from "vitest";
import { call } from "../call.js";
import { serveGatedLeads } from "../child/gated-leads.js";
import { killInMidRun } from "../child/kill-in-mid-run.js";
import { startCluster } from "../cluster.js";
import { respondWith } from "../mirror.js";

const cluster = await startCluster();
const { query } = cluster;

const manyLeads = (count: number) =>
  Array.from({ length: count }, (_, index) => ({ id: `lead-${index}`, name: `Tab\t"${index}"\\` }));

/** A mirror of leads in a schema of its own, of an API that lists them or of one at this address. */
function createMirror(schema: string, api: readonly object[] | string, options: Partial<SyncOptions> = {}): Sync {
  const server = typeof api === "string" ? { baseUrl: api } : { fetch: respondWith(api) };
  const client = createClient({ apiKey: "k", retries: 0, ...server });
  const target = postgresTarget(cluster.url, { schema });
  const sync = createSync({ client, target, streams: ["leads"], ...options });
  onTestFinished(() => sync.close());
  return sync;
}

test("keys of any characters are written by COPY, and one that comes twice counts once", async () => {
  const unusual = ["\u0001", "\u0001\u0002", "\n", "\\.", "\r\n", "", '"', "'", "\\N", "null", "\t", "{}"].map(
    (id) => ({
      id,
      name: id,
    }),
  );
  const leads = [...unusual, ...manyLeads(2500), { id: "lead-7", name: "Last" }, { id: "\u0001", name: "Last" }];
  const sync = createMirror("unusual", leads, { account: "o'dd \u0001\u0002\n" });
  const count = 2500 + unusual.length;
  expect((await sync.run()).streams.leads).toMatchObject({ status: "done", seen: count, inserted: count, updated: 0 });
  expect((await sync.run()).streams.leads).toMatchObject({ seen: count, inserted: 0, updated: 0, deleted: 0 });
  expect(await sync.verify()).toEqual({ leads: { missing: [], extra: [], different: [] } });
  expect(await query("select id from unusual.leads where name = 'Last' order by id")).toEqual([
    { id: "\u0001" },
    { id: "lead-7" },
  ]);
  expect(await query("select seen::int, inserted::int from unusual.run order by run")).toEqual([
    { seen: count, inserted: count },
    { seen: count, inserted: 0 },
  ]);
});

test("a second run of the account and stream is busy, another account is not", async () => {
  await using server = await serveGatedLeads(manyLeads(2000), 1500);
  const { promise: isStarted, resolve } = Promise.withResolvers<SyncEvent>();
  const create = (account: string) => createMirror("busy", server.url, { account });
  const [first, second, other] = [create("a"), create("a"), create("b")];
  const running = first.run({ onEvent: resolve });
  await isStarted;
  await expect(second.run()).rejects.toBeInstanceOf(SyncBusyError);
  const otherRunning = other.run();
  server.release();
  expect((await running).streams.leads).toMatchObject({ status: "done", inserted: 2000 });
  expect((await otherRunning).streams.leads).toMatchObject({ status: "done", inserted: 2000 });
  expect((await second.run()).streams.leads).toMatchObject({ status: "done", inserted: 0 });
});

test("two runs of an account never begin with different redactions", async () => {
  const [one, two] = [
    postgresTarget(cluster.url, { schema: "marks" }),
    postgresTarget(cluster.url, { schema: "marks" }),
  ];
  for (const target of [one, two]) await target.open("write");
  const lockBoth = async (account: string) => [await one.lock(account, ["leads"]), await two.lock(account, ["chats"])];

  expect(await lockBoth("a")).toEqual([true, true]);
  expect(await one.claimRedaction("a", "1")).toBe("1");
  expect(await two.claimRedaction("a", "2")).toBe("1");
  expect(await two.claimRedaction("a", "1")).toBe("1");
  await one.unlock();
  // The other run has ended without a record; until this one ends, none can begin.
  expect(await two.claimRedaction("a", "2")).toBe("2");
  expect(await one.lock("a", ["leads"])).toBe(false);
  await two.unlock();

  expect(await lockBoth("b")).toEqual([true, true]);
  const marks = await Promise.all([one.claimRedaction("b", null), two.claimRedaction("b", "2")]);
  expect(new Set(marks).size).toBe(1);
  await Promise.all([one.close(), two.close()]);
});

test("the redaction of an account with records stays", async () => {
  const target = postgresTarget(cluster.url, { schema: "marked" });
  const sync = createMirror("marked", [{ id: "a" }], { target, account: "a" });
  expect((await sync.run()).streams.leads).toMatchObject({ inserted: 1 });
  expect(await target.lock("a", ["leads"])).toBe(true);
  expect(await target.claimRedaction("a", "1")).toBe(null);
});

test("a run of an existing mirror does not wait for locks of its schema", async () => {
  const run = async () => (await createMirror("locked", manyLeads(1)).run()).streams.leads?.status;
  await run();
  const other = new pg.Client({ connectionString: cluster.url });
  await other.connect();
  await other.query("select pg_advisory_lock(hashtextextended('serviceform:locked', 0))");
  expect(await run()).toBe("done");
  await other.end();
});

test("a process that is killed in mid-run leaves whole batches and no lock", async () => {
  const leads = manyLeads(5000);
  {
    await using server = await serveGatedLeads(leads, 3500);
    await killInMidRun(cluster.url, server.url);
  }
  const [stored] = await query("select count(*)::int as n from serviceform._leads");
  expect(stored?.n).toBeGreaterThan(0);
  expect(Number(stored?.n) % 1000).toBe(0);

  const sync = createMirror("serviceform", leads);
  await expect
    .poll(() =>
      sync.run().then(
        ({ streams }) => streams.leads?.status,
        () => "busy",
      ),
    )
    .toBe("done");
  expect(await query("select status from serviceform.run order by run limit 1")).toEqual([{ status: "failed" }]);
  expect(await query("select count(*)::int as n from serviceform.leads")).toEqual([{ n: 5000 }]);
  expect(await query("select * from serviceform._leads_history")).toEqual([]);
});

test("a server that crashes in mid-run fails the run, and the next one is exact", async () => {
  const schema = "crash";
  const first = manyLeads(5000);
  const changed = first.map((lead, index) => (index % 2 ? lead : { ...lead, name: "Changed" }));
  await createMirror(schema, first).run();

  await using server = await serveGatedLeads(changed, 3500);
  const sync = createMirror(schema, server.url);
  const { promise: isWriting, resolve } = Promise.withResolvers<void>();
  const running = sync.run({ onEvent: ({ type }) => type === "progress" && resolve() });
  await isWriting;
  await cluster.crash();
  server.release();
  expect((await running).streams.leads).toMatchObject({
    status: "failed",
    deleted: 0,
    error: { name: expect.any(String) },
  });
  await cluster.start();
  // The same object connects anew.
  expect((await sync.run()).streams.leads).toMatchObject({ status: "done", seen: 5000, deleted: 0 });
  expect(
    await query(`select count(*)::int as n, count(distinct id)::int as ids from ${schema}._leads_history`),
  ).toEqual([{ n: 2500, ids: 2500 }]);
  expect(await query(`select count(*)::int as n from ${schema}.leads where name = 'Changed'`)).toEqual([{ n: 2500 }]);
});

test("a session that the server ends while the API responds fails the run with the reason", async () => {
  await using server = await serveGatedLeads(manyLeads(5000), 3500);
  const sync = createMirror("ended", server.url);
  const { promise: isWriting, resolve } = Promise.withResolvers<void>();
  const running = sync.run({ onEvent: (event) => event.type === "progress" && event.seen === 3000 && resolve() });
  await isWriting;
  await query("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'serviceform-sync'");
  server.release();
  expect((await running).streams.leads).toMatchObject({
    status: "failed",
    error: { message: expect.stringContaining("terminating connection due to administrator command") },
  });
});

test("the command takes postgres:// and never shows its password", async () => {
  const to = cluster.url.replace("postgres@", "postgres:secret@");
  const done = await call(["run", "--sandbox", "--streams", "leads", "--to", to, "--account", "cli"]);
  expect(done).toMatchObject({ code: 0, stdout: expect.stringContaining("leads: done, 60 seen") });
  const failed = await call(["run", "--sandbox", "--to", "postgres://u:secret@127.0.0.1:1/x"]);
  expect(failed.code).toBe(1);
  expect(JSON.stringify([done, failed])).not.toContain("secret");
});
