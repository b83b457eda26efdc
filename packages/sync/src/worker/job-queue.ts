import { createRequire } from "node:module";
import type { ConstructorOptions, Db, JobInsert, JobWithMetadata, PgBoss } from "pg-boss";
import { pinSslMode } from "../postgres/pin-ssl-mode.js";
import type { Transaction } from "../target/target.js";
import { type DeadJob, type EngineStats, type Job, jobKey } from "./engine.js";
import { DEAD, MONITORING, QUEUE_OPTIONS } from "./queue-options.js";
import { QueueVersionError } from "./queue-version-error.js";
import { startBoss } from "./start-boss.js";

export type ClaimedJob = JobWithMetadata<Job>;

/** The jobs of a fleet in PostgreSQL. Each method is one statement or one transaction. */
export class JobQueue {
  readonly #boss: PgBoss;
  readonly #schema: string;

  private constructor(boss: PgBoss, schema: string) {
    this.#boss = boss;
    this.#schema = schema;
  }

  /**
   * Opens the queue, and creates it if it is missing. pg-boss is loaded here, since it is an optional peer dependency.
   */
  static async open(connectionString: string, schema: string, onError: (error: Error) => void): Promise<JobQueue> {
    const { PgBoss } = await import("pg-boss");
    const common = { connectionString: pinSslMode(connectionString), schema, schedule: false, ...MONITORING };
    const create = (options: ConstructorOptions) => new PgBoss({ ...common, ...options }).on("error", onError);
    return new JobQueue(await startBoss(create, createQueues), schema);
  }

  close(): Promise<void> {
    return this.#boss.stop({ graceful: false });
  }

  /**
   * Adds a whole plan in one commit, which is faster than several. Plans are added one after the other, since two could
   * wait for each other's keys.
   */
  add(jobs: readonly Job[]): Promise<number> {
    return this.#transact(async (db) => {
      await db.executeSql("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${this.#schema}:plan`]);
      let added = 0;
      for (let start = 0; start < jobs.length; start += INSERT_SIZE) {
        const rows = jobs.slice(start, start + INSERT_SIZE).map(toInsert);
        added += (await this.#boss.insert(QUEUE, rows, { returnId: true, db }))?.length ?? 0;
      }
      return added;
    });
  }

  /** Claims jobs, one worker after the other: two at the same moment would both see the slots of a group as free. */
  claim(batchSize: number, groupConcurrency: number): Promise<ClaimedJob[]> {
    return this.#transact(async (db) => {
      await db.executeSql("select pg_advisory_xact_lock(hashtextextended($1, 0))", [`${this.#schema}:${QUEUE}`]);
      return this.#boss.fetch<Job>(QUEUE, { batchSize, groupConcurrency, includeMetadata: true, db });
    });
  }

  /** Renews a claim. Returns false if another worker has taken the job over. */
  async renew({ id, retryCount }: ClaimedJob): Promise<boolean> {
    return countAffected(await this.#boss.touch(QUEUE, { id, retryCount })) > 0;
  }

  async complete({ id, retryCount }: ClaimedJob): Promise<void> {
    await this.#boss.complete(QUEUE, { id, retryCount });
  }

  /** Completes a claimed job when the transaction commits. Returns false if another worker has taken it over. */
  async completeIn(transaction: Transaction, { id, retryCount }: ClaimedJob): Promise<boolean> {
    const db: Db = {
      executeSql: async (sql, values = []) => ({ rows: [...(await transaction.query(sql, values)).rows] }),
    };
    return countAffected(await this.#boss.complete(QUEUE, { id, retryCount }, null, { db })) > 0;
  }

  /** Ends an attempt that counts: the job is retried with a growing delay. */
  async fail({ id, retryCount }: ClaimedJob, message: string): Promise<void> {
    await this.#boss.fail(QUEUE, { id, retryCount }, { message });
  }

  /** Ends an attempt that does not count by replacing the job with a new one. */
  async requeue(job: ClaimedJob, afterMs: number): Promise<void> {
    // An interval, which the database adds to its own clock; PostgreSQL rejects those of many digits.
    const startAfter = `${Math.min(afterMs, MAX_SECONDS * 1000)} milliseconds`;
    const retryLimit = job.retryLimit - job.retryCount;
    await this.#replace(job, QUEUE, { ...toInsert(job.data), startAfter, retryLimit });
  }

  /**
   * Moves a job to the dead letters, even if it has retries left, and replaces an earlier one of its account and
   * stream.
   */
  async moveToDeadLetters(job: ClaimedJob, reason: string): Promise<void> {
    const { account, stream } = job.data;
    await this.#replace(job, DEAD, { data: { ...job.data, reason } }, async (db) => {
      await db.executeSql(
        `delete from ${this.#schema}.job where name = $1 and data->>'account' = $2 and data->>'stream' = $3`,
        [DEAD, account, stream],
      );
    });
  }

  async deadJobs(): Promise<(DeadJob & { readonly id: string })[]> {
    const rows = await this.#boss.findJobs<DeadJob>(DEAD, { queued: true, limit: MAX_LISTED });
    return rows.map(({ id, data, sourceOutput }) => ({
      ...data,
      id,
      reason: data.reason ?? describeOutput(sourceOutput),
    }));
  }

  /** Puts dead jobs back, except those whose account and stream have a job again. */
  async redrive(dead: readonly (DeadJob & { readonly id: string })[]): Promise<void> {
    if (dead.length === 0) return;
    const ids = dead.map(({ id }) => id);
    await this.#transact(async (db) => {
      await this.#boss.insert(QUEUE, dead.map(toInsert), { db });
      await this.#boss.deleteJob(DEAD, ids, { db });
    });
  }

  /** Delays the queued jobs of these accounts, or of all. */
  async delay(accounts: readonly string[] | undefined, ms: number): Promise<void> {
    await this.#boss.getDb().executeSql(
      `update ${this.#schema}.job set start_after = greatest(start_after, now() + $2 * interval '1 millisecond')
        where name = $1 and state < 'active' and ($3::text[] is null or data->>'account' = any($3))`,
      [QUEUE, ms, accounts ?? null],
    );
  }

  async stats(): Promise<EngineStats> {
    const { rows } = await this.#boss.getDb().executeSql(
      `select count(*) filter (where name = $1 and state < 'active')::int as queued,
              count(*) filter (where name = $1 and state = 'active')::int as active,
              count(*) filter (where name = $2)::int as dead
         from ${this.#schema}.job where name in ($1, $2) and state <= 'active'`,
      [QUEUE, DEAD],
    );
    return rows[0];
  }

  /** Ends a job and adds another in one transaction. If the claim is lost, does neither. */
  #replace(
    { id, retryCount }: ClaimedJob,
    queue: string,
    next: JobInsert,
    prepare: (db: Db) => Promise<void> = async () => {},
  ): Promise<void> {
    return this.#transact(async (db) => {
      const ended = await this.#boss.deleteJob(QUEUE, { id, retryCount }, { db });
      if (countAffected(ended) === 0) return;
      await prepare(db);
      await this.#boss.insert(queue, [next], { db });
    });
  }

  async #transact<Result>(run: (db: Db) => Promise<Result>): Promise<Result> {
    const transaction = await this.#boss.getDb().beginTransaction?.();
    if (transaction === undefined) throw new Error("the connection has no transactions");
    try {
      const result = await run(transaction.db);
      await transaction.commit();
      return result;
    } catch (error) {
      await transaction.rollback();
      throw error;
    }
  }
}

async function createQueues(boss: PgBoss): Promise<void> {
  await assertVersion(boss);
  await boss.createQueue(DEAD, { retentionSeconds: MAX_SECONDS });
  await boss.createQueue(QUEUE, QUEUE_OPTIONS);
}

/** Rejects tables of a newer version, which pg-boss would use as if it knew them. */
async function assertVersion(boss: PgBoss): Promise<void> {
  const known = readKnownVersion();
  const version = await boss.schemaVersion();
  if (version !== null && version > known) throw new QueueVersionError(version, known);
}

function readKnownVersion(): number {
  // Not imported: bundlers before 2024 cannot parse the attribute that an import of JSON needs.
  const manifest = createRequire(import.meta.url)("pg-boss/package.json") as { pgboss: { schema: number } };
  return manifest.pgboss.schema;
}

/** The type of the response lacks fields that pg-boss documents. */
function countAffected(response: object): number {
  return (response as { readonly affected: number }).affected;
}

function toInsert({ account, stream, mode, group }: Job): JobInsert<Job> {
  const data = { account, stream, mode, group };
  return { data, singletonKey: jobKey(data), group: { id: group } };
}

/** The text that the queue stores for a job whose workers were lost too often. */
function describeOutput(output: object | null): string {
  const { message } = (output ?? {}) as { message?: unknown };
  return typeof message === "string" ? message : "retries are exhausted";
}

const QUEUE = "sync";
const INSERT_SIZE = 1_000;
const MAX_LISTED = 100_000;
const MAX_SECONDS = 31_536_000;
