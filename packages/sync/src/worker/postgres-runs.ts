import { STREAM_NAMES } from "../streams.js";
import { quoteName } from "../target/dialect.js";
import { REDACTION } from "../target/redaction-mark.js";
import { jobKey } from "./engine.js";
import { openPool } from "./open-pool.js";

/** The history of a fleet's mirrors, from the table `run`. */
export interface RunLog {
  /**
   * When the last run of each account started, for these streams, by `account:stream`; epoch milliseconds.
   * @param streams @default every stream
   */
  readLastStarted(streams?: readonly string[]): Promise<ReadonlyMap<string, number>>;
  summarize(): Promise<RunSummary>;
  /** An account of the fleet whose records have another redaction than that of the mark. */
  findOtherRedaction(
    mark: string | null,
  ): Promise<{ readonly account: string; readonly mark: string | null } | undefined>;
  close(): Promise<void>;
}

export interface RunSummary {
  /**
   * The end of the last successful run, for the account and stream whose last success is the oldest; null before the
   * first success. Paused accounts do not count.
   */
  readonly oldestDone: string | null;
  /** The age of `oldestDone`, in seconds. */
  readonly lagSeconds: number | null;
  /** How many of the last runs of active accounts failed or were refused. */
  readonly failed: number;
  /** The newest of these runs. */
  readonly failures: readonly Failure[];
  /** The last 60 seconds. */
  readonly perMinute: Throughput;
}

export interface Failure {
  readonly account: string;
  readonly stream: string;
  readonly status: string;
  readonly error: string | null;
}

export interface Throughput {
  /** Runs that ended, whatever their status. */
  readonly jobs: number;
  /** Runs that failed or were refused. */
  readonly failed: number;
  /** Records that were read. */
  readonly rows: number;
  /** Records that were written. */
  readonly changed: number;
}

/**
 * Reads the runs of a fleet in the mirror's own schema. Each query reads only the newest runs, however many there are.
 */
export async function postgresRuns(connectionString: string, schema = "serviceform"): Promise<RunLog> {
  const pool = await openPool(connectionString, 2);
  const quoted = quoteName(schema);

  async function readLastStarted(streams: readonly string[] = STREAM_NAMES): Promise<ReadonlyMap<string, number>> {
    const { rows } = await pool.query<{ account: string; stream: string; started: Date }>(
      `select account, stream, started from (${renderLastRuns(quoted, "$1::text[]")}) last`,
      [streams],
    );
    return new Map(rows.map((row) => [jobKey(row), row.started.getTime()]));
  }

  async function summarize(): Promise<RunSummary> {
    const [last, minute] = await Promise.all([
      pool.query<LastRuns>(renderSummary(quoted), [MAX_FAILURES]),
      pool.query<Throughput>(renderThroughput(quoted)),
    ]);
    // An aggregate always has one row.
    const [{ oldest_done, lag_seconds, failed, failures }] = last.rows as [LastRuns];
    const [perMinute] = minute.rows as [Throughput];
    return { oldestDone: oldest_done?.toISOString() ?? null, lagSeconds: lag_seconds, failed, failures, perMinute };
  }

  async function findOtherRedaction(mark: string | null): ReturnType<RunLog["findOtherRedaction"]> {
    const { rows } = await pool.query<{ account: string; mark: string | null }>(
      `select s.account, s.state as mark from ${quoted}.state s join ${quoted}.account a on a.account = s.account
        where a.key_ref is not null and s.stream = '${REDACTION}' and s.state <> $1::jsonb limit 1`,
      [JSON.stringify(mark)],
    );
    return rows[0];
  }
  return { readLastStarted, summarize, findOtherRedaction, close: () => pool.end() };
}

interface LastRuns {
  readonly oldest_done: Date | null;
  readonly lag_seconds: number | null;
  readonly failed: number;
  readonly failures: readonly Failure[];
}

/** The last run of each account and of the streams in an SQL array, with one index lookup for each. */
function renderLastRuns(schema: string, streams: string): string {
  return `select a.account, a.paused, s.stream, r.started, r.run, r.status, r.error
    from ${schema}.account a cross join unnest(${streams}) s(stream)
    cross join lateral (select * from ${schema}.run r where r.account = a.account and r.stream = s.stream order by run desc limit 1) r
   where a.key_ref is not null`;
}

const ALL_STREAMS = `array[${STREAM_NAMES.map((name) => `'${name}'`)}]`;

function renderSummary(schema: string): string {
  return `with last as (
    select l.*, d.ended as done from (${renderLastRuns(schema, ALL_STREAMS)}) l
      left join lateral (select ended from ${schema}.run r where r.account = l.account and r.stream = l.stream and r.status = 'done' order by run desc limit 1) d on true
     where l.paused is null),
  failures as (select account, stream, status, error from last where status in ('failed', 'refused') order by run desc)
  select min(done) as oldest_done, extract(epoch from now() - min(done))::int as lag_seconds,
         (select count(*)::int from failures) as failed,
         (select coalesce(json_agg(f), '[]'::json) from (select * from failures limit $1) f) as failures
    from last`;
}

/** A run of items has a second row for its spaces. */
function renderThroughput(schema: string): string {
  return `select count(*) filter (where stream <> 'spaces')::int as jobs,
      count(*) filter (where stream <> 'spaces' and status <> 'done')::int as failed,
      coalesce(sum(seen), 0)::int as rows,
      coalesce(sum(inserted + updated + deleted + restored), 0)::int as changed
    from ${schema}.run where ended > now() - interval '1 minute'`;
}

const MAX_FAILURES = 5;
