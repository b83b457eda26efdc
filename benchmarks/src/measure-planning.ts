import { pgBossEngine, planJobs, postgresAccounts, postgresRuns } from "@serviceform/sync/worker";
import { createTables, dropTables, withClient } from "./database.ts";
import { interleave, median } from "./statistics.ts";

export interface PlanCost {
  readonly jobs: number;
  /** Into a queue that has just been created. */
  readonly firstMs: number;
  /** Into a queue that has had jobs before. */
  readonly newMs: number;
  readonly queuedMs: number;
}

/** The time of a plan for that many accounts: when it queues a job for each, and when each has one already. */
export async function measurePlanning(
  database: string,
  sizes: readonly number[],
  rounds: number,
): Promise<readonly PlanCost[]> {
  const samplesOf = await interleave(sizes, rounds, (jobs) => measure(database, jobs));
  return sizes.map((jobs) => {
    const ofSize = samplesOf(jobs);
    return {
      jobs,
      firstMs: median(ofSize.map(({ firstMs }) => firstMs)),
      newMs: median(ofSize.map(({ newMs }) => newMs)),
      queuedMs: median(ofSize.map(({ queuedMs }) => queuedMs)),
    };
  });
}

async function measure(database: string, count: number): Promise<Omit<PlanCost, "jobs">> {
  await fill(database, count);
  const [accounts, runs] = await Promise.all([postgresAccounts(database), postgresRuns(database)]);
  const engine = pgBossEngine(database);
  await engine.start();
  const streams = ["leads"];
  const plan = async (): Promise<number> => {
    const started = performance.now();
    const [list, lastStarted] = await Promise.all([accounts.list(), runs.readLastStarted(streams)]);
    const jobs = planJobs({ accounts: list, streams, lastStarted, everyMs: 1, now: Date.now() });
    if (jobs.length !== count) throw new Error(`${jobs.length} jobs are due, not ${count}`);
    await engine.enqueueMany(jobs);
    return performance.now() - started;
  };
  try {
    const firstMs = await plan();
    await clearQueue(database);
    return { firstMs, newMs: await plan(), queuedMs: await plan() };
  } finally {
    await Promise.all([engine.close(), accounts.close(), runs.close()]);
  }
}

/** Leaves the queue as the jobs of past runs leave it: empty, but its tables are not new. */
function clearQueue(database: string): Promise<void> {
  return withClient(database, async (client) => {
    await client.query("delete from serviceform_jobs.job");
    await client.query("vacuum serviceform_jobs.job_common");
  });
}

/** Accounts that have had ten runs of each stream, and no queue. */
function fill(database: string, count: number): Promise<void> {
  return withClient(database, async (client) => {
    await dropTables(client);
    await createTables(database);
    await client.query(
      "insert into serviceform.account (account, key_ref, added) select 'account-' || n, 'env:KEY', now() from generate_series(1, $1::int) n",
      [count],
    );
    await client.query(
      `insert into serviceform.run (account, stream, mode, started, ended, status, contract)
       select a.account, s, 'full', now() - interval '1 hour', now() - interval '1 hour', 'done', ''
         from generate_series(1, 10) n, serviceform.account a, unnest(array['leads', 'chats', 'items']) s`,
    );
    // As autovacuum leaves tables of past runs; otherwise the first plan would pay for it.
    await client.query("vacuum (analyze) serviceform.run, serviceform.account");
  });
}
