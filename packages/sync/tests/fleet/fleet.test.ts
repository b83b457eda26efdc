import { mkdtempDisposable, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { setTimeout as sleep } from "node:timers/promises";
import { startServer } from "@serviceform/sandbox/server";
import { type CommandIo, run } from "@serviceform/sync/cli";
import pg from "pg";
import { afterAll, beforeAll, expect, test } from "vitest";
import { type Cluster, createCluster } from "../postgres/cluster.js";
import { startWorkers } from "./start-workers.js";

const ACCOUNTS = Number(process.env.FLEET_ACCOUNTS ?? 200);
const GROUPS = Math.ceil(ACCOUNTS / 10);
const WORKERS = 3;
const KILLS = 2;
const LEADS = 30;
const names = Array.from({ length: ACCOUNTS }, (_, index) => `account-${index}`);
const keyOf = (name: string): string => `sf_key_${name}`;
const variableOf = (name: string): string => `KEY_${name.toUpperCase().replace("-", "_")}`;

let cluster: Cluster;
beforeAll(async () => {
  cluster = await createCluster();
});
afterAll(() => cluster?.[Symbol.asyncDispose]());

test("every mirror equals its account after killed workers, a restarted database and an unreliable API", async () => {
  const accounts = Object.fromEntries(names.map((name, index) => [keyOf(name), index + 1]));
  const server = await startServer({ accounts, leadCount: LEADS, chatCount: 20, itemCount: 20 });
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
  expect(await importAccounts(csv.join("\n"))).toBe(0);
  const keys = Object.fromEntries(names.map((name) => [variableOf(name), keyOf(name)]));

  await using workers = startWorkers(WORKERS, cluster.url, keys);
  for (let kill = 0; kill < KILLS; kill += 1) {
    await untilDone(((kill + 1) * ACCOUNTS) / 4);
    workers.kill();
  }
  await untilDone((3 * ACCOUNTS) / 4);
  await cluster.crash();
  await cluster.start();
  await untilDone(ACCOUNTS * 3);
  sandbox.faults.clear();
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
  });
  for (const name of names) {
    const { leads, chats, items } = sandbox.account(keyOf(name)).store;
    expect(await readDocs("leads", name)).toEqual(byKey(leads, "id"));
    // The mirror reads chats without their messages.
    const withoutMessages = chats.map(({ history: _, ...chat }) => chat);
    expect(await readDocs("chats", name)).toEqual(byKey(withoutMessages, "cid"));
    expect(await readDocs("items", name)).toEqual(byKey(items, "id"));
  }
  // Nothing has changed in any account, so nothing was written twice.
  expect(await query("select count(*)::int as count from serviceform._leads_history")).toEqual([{ count: 0 }]);
  expect(await query(OVERLAPS)).toEqual([]);
  expect(await query(GROUP_SHARES)).toEqual([]);
  await expectNoKeys();
  await server.close();
});

async function importAccounts(csv: string): Promise<number> {
  await using folder = await mkdtempDisposable(join(tmpdir(), "fleet-"));
  const file = join(folder.path, "accounts.csv");
  await writeFile(file, csv);
  return await run(["accounts", "import", file, "--database", cluster.url], silent());
}

async function fleet(): Promise<unknown> {
  let printed = "";
  const stdout = { write: (text: string) => (printed += text) };
  expect(await run(["fleet", "--json", "--database", cluster.url], { ...silent(), stdout })).toBe(0);
  return JSON.parse(printed);
}

function silent(): CommandIo {
  return { stdout: { write: () => {} }, stderr: { write: (text) => console.error(text) }, env: {} };
}

/** Waits until so many runs are done. */
async function untilDone(count: number): Promise<void> {
  const sql = "select count(*)::int as count from serviceform.run where status = 'done' and stream <> 'spaces'";
  await until(async () => {
    const [row] = await query(sql);
    return Number(row?.count) >= count;
  });
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

async function query(sql: string, values: unknown[] = []): Promise<Record<string, unknown>[]> {
  const client = new pg.Client({ connectionString: cluster.url });
  client.on("error", () => {});
  await client.connect();
  try {
    return (await client.query(sql, values)).rows;
  } finally {
    await client.end();
  }
}

async function readDocs(table: string, account: string): Promise<Record<string, unknown>[]> {
  const sql = `select doc from serviceform._${table} where account = $1 and deleted_run is null order by id collate "C"`;
  return (await query(sql, [account])).map(({ doc }) => doc as Record<string, unknown>);
}

/** As a target stores them: U+0000 and lone surrogates replaced. */
function byKey<Row extends object>(rows: readonly Row[], key: keyof Row): Row[] {
  const text = (value: unknown): unknown =>
    typeof value === "string" ? value.replaceAll("\0", "\u2400").toWellFormed() : value;
  const stored = rows.map((row) => JSON.parse(JSON.stringify(row), (_, value) => text(value)) as Row);
  return stored.sort((a, b) => Buffer.compare(Buffer.from(String(a[key])), Buffer.from(String(b[key]))));
}

async function expectNoKeys(): Promise<void> {
  const rows = await query(
    "select data::text as text from serviceform_jobs.job union all select row_to_json(a)::text from serviceform.account a union all select coalesce(error, '') from serviceform.run",
  );
  expect(rows.filter(({ text }) => String(text).includes("sf_key_"))).toEqual([]);
}

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
