import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "@serviceform/sandbox/server";
import { expect, test } from "vitest";
import { call } from "../call.js";
import { startCluster } from "../cluster.js";
import { asStored } from "../mirror.js";
import { importAccounts } from "./import-accounts.js";
import { startWorkers } from "./start-workers.js";

const ACCOUNTS = Number(process.env.FLEET_ACCOUNTS ?? 200);
const GROUPS = Math.ceil(ACCOUNTS / 10);
const WORKERS = 3;
const KILLS = Number(process.env.FLEET_KILLS ?? 2);
const FIRST_DAY = ["leads", "items"];
const STREAMS = 3;
const NEXT_DAY = { changedShare: 0.2, deletedShare: 0.05 };
const names = Array.from({ length: ACCOUNTS }, (_, index) => `account-${index}`);
const keyOf = (name: string): string => `sf_key_${name}`;
const variableOf = (name: string): string => `KEY_${name.toUpperCase().replace("-", "_")}`;

const cluster = await startCluster();
const { query } = cluster;

test("every mirror equals its account after killed workers, a restarted database and an unreliable API", async () => {
  const accounts = Object.fromEntries(names.map((name, index) => [keyOf(name), index + 1]));
  const server = await startServer({ accounts, leadCount: 30, chatCount: 20, itemCount: 20 });
  const { sandbox } = server;
  const unreliable = [
    { kind: "status", status: 503, probability: 0.05, times: Number.POSITIVE_INFINITY },
    { kind: "cut", probability: 0.05, times: Number.POSITIVE_INFINITY },
  ] as const;
  for (const fault of unreliable) sandbox.faults.add(fault);

  const csv = ["account,key,group,base_url"];
  for (const [index, name] of names.entries()) {
    csv.push(`${name},env:${variableOf(name)},group-${index % GROUPS},${server.url}`);
  }
  await importAccounts(cluster.url, csv);
  const keys = Object.fromEntries(names.map((name) => [variableOf(name), keyOf(name)]));

  // A first day without faults, so that the second one has rows that it could write twice.
  await using workers = startWorkers(WORKERS, cluster.url, keys, ["--streams", FIRST_DAY.join(",")]);
  await untilDone(ACCOUNTS * FIRST_DAY.length);
  await untilIdle();
  const firstDay = await countRuns();
  const changes = new Map(names.map((name) => [name, sandbox.account(keyOf(name)).advance(NEXT_DAY).leads]));
  await planAll();
  const moments = Array.from({ length: KILLS }, () => 0.1 + Math.random() * 0.6).sort();
  console.log("kills at", moments);
  for (const moment of moments) {
    await untilDone(firstDay + moment * ACCOUNTS * STREAMS);
    workers.kill();
  }
  await untilDone(firstDay + 0.75 * ACCOUNTS * STREAMS);
  await cluster.crash();
  await cluster.start();
  await untilIdle();
  const codes = await workers.drain();
  expect({ codes, log: codes.some((code) => code !== 0) ? workers.log : [] }).toEqual({
    codes: Array.from({ length: WORKERS }, () => 0),
    log: [],
  });

  expect(await fleet()).toMatchObject({
    accounts: { total: ACCOUNTS, paused: 0 },
    jobs: { queued: 0, active: 0, dead: 0 },
    oldestDone: expect.any(String),
    failed: 0,
  });
  await expectEqual("leads", "id", ({ leads }) => leads);
  // The mirror reads chats without their messages.
  await expectEqual("chats", "cid", ({ chats }) => chats.map(({ history: _, ...chat }) => chat));
  await expectEqual("items", "id", ({ items }) => items);
  await expectHistory(changes);
  for (const table of ["leads", "chats", "items", "spaces"]) expect(await query(twiceIn(table))).toEqual([]);
  expect(await query(OVERLAPS)).toEqual([]);
  expect(await query(GROUP_SHARES)).toEqual([]);
  expect(await query(APART)).toEqual([]);
  await expectNoKeys();
  await server.close();

  async function expectEqual(
    table: string,
    key: string,
    rowsOf: (store: ReturnType<typeof sandbox.account>["store"]) => readonly object[],
  ): Promise<void> {
    const mirrors = Map.groupBy(
      await query(`select account, doc from serviceform._${table} where deleted_run is null order by id collate "C"`),
      ({ account }) => account,
    );
    for (const name of names) {
      const mirror = mirrors.get(name)?.map(({ doc }) => doc) ?? [];
      expect(mirror, name).toEqual(byKey(rowsOf(sandbox.account(keyOf(name)).store), key));
    }
  }
});

/** Each lead that was changed or deleted on the second day has one row of history, and no other lead has any. */
async function expectHistory(
  changes: ReadonlyMap<string, { readonly updated: readonly string[]; readonly deleted: readonly string[] }>,
): Promise<void> {
  const rows = await query("select account, id, op from serviceform._leads_history");
  const history = Map.groupBy(rows, ({ account }) => account);
  for (const [name, { updated, deleted }] of changes) {
    const expected = [...updated.map((id) => `update ${id}`), ...deleted.map((id) => `delete ${id}`)];
    expect((history.get(name) ?? []).map(({ id, op }) => `${op} ${id}`).sort(), name).toEqual(expected.sort());
  }
}

/** Plans a job for each account and stream, however short ago the last one was. */
async function planAll(): Promise<void> {
  expect(await call(["plan", "--every", "0s", "--database", cluster.url])).toMatchObject({ code: 0 });
}

async function countRuns(): Promise<number> {
  const [row] = await query(DONE_RUNS);
  return Number(row?.count);
}

async function fleet(): Promise<unknown> {
  return JSON.parse((await call(["fleet", "--json", "--database", cluster.url])).stdout);
}

/** Waits until that many runs are done. */
async function untilDone(count: number): Promise<void> {
  await until(async () => (await countRuns()) >= count);
}

/** Waits until no job is queued or active. */
async function untilIdle(): Promise<void> {
  await until(async () => {
    const sql = "select count(*)::int as count from serviceform_jobs.job where name = 'sync' and state <= 'active'";
    const [row] = await query(sql);
    return Number(row?.count) === 0;
  });
}

async function until(isTrue: () => Promise<boolean>): Promise<void> {
  // The tables do not exist before the first worker has started.
  while (!(await isTrue().catch(() => false))) await sleep(200);
}

/** As a target stores and sorts them. */
function byKey(rows: readonly object[], key: string): object[] {
  const bytesOf = (row: object) => Buffer.from(String(Object(row)[key]));
  return asStored(rows).toSorted((a, b) => Buffer.compare(bytesOf(a), bytesOf(b)));
}

async function expectNoKeys(): Promise<void> {
  const rows = await query(
    "select data::text as text from serviceform_jobs.job union all select row_to_json(a)::text from serviceform.account a union all select coalesce(error, '') from serviceform.run",
  );
  expect(rows.filter(({ text }) => String(text).includes("sf_key_"))).toEqual([]);
}

const DONE_RUNS = "select count(*)::int as count from serviceform.run where status = 'done' and stream <> 'spaces'";

/** The same version of a record twice in its history. */
function twiceIn(table: string): string {
  return `select account, id from serviceform._${table}_history group by account, id, op, doc having count(*) > 1`;
}

/** Jobs whose completion was not written by the transaction that ended their run. */
const APART = `
  select j.data from serviceform_jobs.job j
   where j.name = 'sync' and j.state = 'completed' and not exists (
     select 1 from serviceform.run r
      where r.account = j.data->>'account' and r.stream = j.data->>'stream' and r.status = 'done' and r.xmin = j.xmin)`;

const OVERLAPS = `
  select a.run from serviceform.run a join serviceform.run b
    on a.account = b.account and a.stream = b.stream and a.run < b.run and a.status = 'done' and b.started < a.ended`;

/** Moments at which more than two runs of one group went on; a run that was cut off has no certain end. */
const GROUP_SHARES = `
  with runs as (
    select r.run, r.stream, a.agency, r.started, r.ended from serviceform.run r
      join serviceform.account a on a.account = r.account
     where r.status = 'done' and r.stream <> 'spaces')
  select x.run from runs x join runs y on y.agency = x.agency and y.started <= x.started and y.ended > x.started
   group by x.run having count(*) > 2`;
