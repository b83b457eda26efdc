import { spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { pgBossEngine, postgresAccounts } from "@serviceform/sync/worker";
import { createCluster } from "@serviceform/tests-postgres/create-cluster";
import type pg from "pg";
import { compiledChild } from "../compile.ts";
import { createTables, dropTables, withClient } from "../database.ts";
import { measurePlanning } from "../measure-planning.ts";
import type { Metric } from "../metric.ts";
import { atMost, milliseconds, times, whole } from "../result.ts";
import { startServer } from "../start-server.ts";
import { interleave, median, ratio } from "../statistics.ts";

const STREAMS = 3;
const PLAN_LIMIT_MS = 1_000;
const SUBJECTS = [
  { label: "one process, in turn", workers: 0 },
  { label: "1 worker", workers: 1 },
  { label: "2 workers", workers: 2 },
  { label: "3 workers", workers: 3 },
];

interface Sample {
  readonly accountsPerMinute: number;
  /** The time of the database sessions for statements, per job. */
  readonly databaseMs: number;
}

/** Accounts a minute by number of workers, and the time of a plan. `FLEET_ACCOUNTS` and `FLEET_ROUNDS` set the size. */
export const fleet: Metric = async ({ quick }) => {
  const accounts = Number(process.env.FLEET_ACCOUNTS ?? (quick ? 10 : 200));
  const rounds = Number(process.env.FLEET_ROUNDS ?? (quick ? 1 : 5));
  await using cluster = await createCluster();
  await using server = await startServer("serve-accounts", [String(accounts)]);
  const context = { database: cluster.url, baseUrl: server.baseUrl, accounts };
  const samplesOf = await interleave(SUBJECTS, rounds, ({ workers }) => measure(context, workers));
  const ofEach = SUBJECTS.map((subject) => ({ ...subject, samples: samplesOf(subject) }));
  const ratesOf = (list: readonly Sample[]): number[] => list.map(({ accountsPerMinute }) => accountsPerMinute);
  const base = ratesOf(ofEach[0]?.samples ?? []);
  const plans = await measurePlanning(cluster.url, quick ? [100] : [100, 1_000, 10_000], rounds);
  return {
    method: `${accounts} accounts of the sandbox with 30 leads, 20 chats and 20 items each, first runs of ${STREAMS} streams into an empty PostgreSQL on the same machine; API, database and workers share its CPUs. ${rounds} rounds in random order, from the start of the first run to the end of the last; medians. Database time is the active time of its sessions. A plan reads accounts and their last runs, of 10 each, and queues a job for each.`,
    tables: [
      {
        title: "Work",
        columns: ["workers", "accounts per minute", "× in turn", "database time per job"],
        rows: ofEach.map(({ label, samples: list }) => [
          label,
          whole(median(ratesOf(list))),
          times(ratio(ratesOf(list), base)),
          milliseconds(median(list.map(({ databaseMs }) => databaseMs))),
        ]),
      },
      {
        title: "Plans",
        columns: ["planned jobs", "in a new queue", "later, all are new", "all are queued already"],
        rows: plans.map(({ jobs, firstMs, newMs, queuedMs }) => [
          whole(jobs),
          ...[firstMs, newMs, queuedMs].map(milliseconds),
        ]),
      },
    ],
    targets: plans
      .slice(-1)
      .map(({ jobs, firstMs }) => atMost(`planning of ${whole(jobs)} jobs`, firstMs, PLAN_LIMIT_MS, milliseconds)),
  };
};

interface Context {
  readonly database: string;
  readonly baseUrl: string;
  readonly accounts: number;
}

function measure(context: Context, workers: number): Promise<Sample> {
  return withClient(context.database, async (client) => {
    await dropTables(client);
    const before = await readActiveMs(client);
    if (workers === 0) {
      await startChild("sync-in-turn", [context.database, context.baseUrl, String(context.accounts)]);
    } else await runWorkers(client, context, workers);
    const { rows } = await client.query(
      "select extract(epoch from max(ended) - min(started)) as seconds from serviceform.run where status = 'done'",
    );
    const jobs = context.accounts * STREAMS;
    return {
      accountsPerMinute: (context.accounts / Number(rows[0].seconds)) * 60,
      databaseMs: ((await readActiveMs(client)) - before) / jobs,
    };
  });
}

async function runWorkers(client: pg.Client, { database, baseUrl, accounts }: Context, count: number): Promise<void> {
  const numbers = Array.from({ length: accounts }, (_, index) => index + 1);
  await importAccounts(database, numbers, baseUrl);
  const env = Object.fromEntries(numbers.map((number) => [`KEY_${number}`, `key-${number}`]));
  const children = Array.from({ length: count }, () => startChild("fleet-worker", ["--database", database], env));
  const sql = "select count(*)::int as done from serviceform.run where status = 'done' and stream <> 'spaces'";
  try {
    for (let polls = 1; (await client.query(sql)).rows[0].done < accounts * STREAMS; polls += 1) {
      if (polls % POLLS_PER_CHECK === 0) await assertNoDeadJobs(database);
      await sleep(POLL_MS);
    }
  } finally {
    for (const child of children) child.stop();
    await Promise.all(children);
  }
}

/** A dead job never ends in a run that is done. */
async function assertNoDeadJobs(database: string): Promise<void> {
  const engine = pgBossEngine(database);
  await engine.start();
  const [dead] = await engine.deadJobs();
  await engine.close();
  if (dead) throw new Error(`the job ${dead.stream} of ${dead.account} is dead: ${dead.reason}`);
}

async function importAccounts(database: string, numbers: readonly number[], baseUrl: string): Promise<void> {
  await createTables(database);
  const store = await postgresAccounts(database);
  await store.put(numbers.map((number) => ({ account: `account-${number}`, keyRef: `env:KEY_${number}`, baseUrl })));
  await store.close();
}

/** Runs a process and resolves when it has ended. */
function startChild(
  name: string,
  args: readonly string[],
  env: Readonly<Record<string, string>> = {},
): Promise<void> & { stop(): void } {
  const child = spawn(process.execPath, [compiledChild(name), ...args], {
    env: { PATH: process.env.PATH, ...env },
    stdio: "inherit",
  });
  const ended = once(child, "exit").then(([code]) => {
    if (code !== 0) throw new Error(`${name} ended with ${code}`);
  });
  return Object.assign(ended, { stop: () => void child.kill("SIGTERM") });
}

/** Statistics of sessions, which report them when they end, or a second after a transaction. */
async function readActiveMs(client: pg.Client): Promise<number> {
  await sleep(STATISTICS_MS);
  const { rows } = await client.query("select active_time from pg_stat_database where datname = current_database()");
  return Number(rows[0].active_time);
}

const POLL_MS = 100;
/** Seldom, since a check opens a queue of its own. */
const POLLS_PER_CHECK = 300;
const STATISTICS_MS = 1_100;
