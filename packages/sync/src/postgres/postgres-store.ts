import { hash } from "node:crypto";
import type { StoredRecord } from "../record/parse-record.js";
import type { TableName } from "../streams.js";
import { LAST_RUN_BY, LAST_RUNS, renderChangesSince, renderVersions } from "../target/read-queries.js";
import { type PurgeStatement, renderPurge, renderRemoval } from "../target/render-purge.js";
import type {
  Access,
  Batch,
  ChangeRow,
  Comparison,
  Page,
  Person,
  RunCounts,
  RunEnding,
  RunKey,
  RunRow,
  RunStart,
  StreamKey,
  StreamState,
  Target,
  VersionRow,
} from "../target/target.js";
import type { Connection } from "./connection.js";
import { finishRun } from "./finish-run.js";
import { openSchema } from "./open-schema.js";
import { toRunRow } from "./to-run-row.js";
import { writeBatch } from "./write-batch.js";

/** A mirror in a schema of PostgreSQL, over one session of its own. */
export class PostgresStore implements Target {
  readonly #connect: () => Promise<Connection>;
  readonly #schema: string;
  #open: Connection | undefined;
  #access: Access | undefined;
  #isLocked = false;

  constructor(connect: () => Promise<Connection>, schema: string) {
    this.#connect = connect;
    this.#schema = schema;
  }

  async open(access: Access): Promise<void> {
    if (this.#open?.isOpen && (this.#access === "write" || access === "read")) return;
    await this.close();
    const connection = await this.#connect();
    try {
      await openSchema(connection, this.#schema, access);
    } catch (error) {
      await connection.end();
      throw error;
    }
    this.#open = connection;
    this.#access = access;
  }

  async lock(account: string, tables: readonly TableName[]): Promise<boolean> {
    // Locks of a session are its own to take again.
    if (this.#isLocked) return false;
    this.#isLocked = true;
    for (const table of tables) {
      const name = `serviceform:${this.#schema}:${account}:${table}`;
      const { rows } = await this.#connection.query("select pg_try_advisory_lock(hashtextextended($1, 0)) as taken", [
        name,
      ]);
      if (rows[0]?.taken) continue;
      await this.unlock();
      return false;
    }
    // Whoever wrote that row held the lock, and is gone.
    await this.#connection.query(
      "update run set status = 'failed', ended = $1, error = 'the process ended' where account = $2 and stream = any(string_to_array($3, ',')) and status = 'running'",
      [new Date().toISOString(), account, tables.join(",")],
    );
    await this.#connection.query("insert into account (account, added) values ($1, $2) on conflict do nothing", [
      account,
      new Date().toISOString(),
    ]);
    return true;
  }

  async unlock(): Promise<void> {
    this.#isLocked = false;
    // The locks of a lost session are gone with it.
    if (this.#open?.isOpen) await this.#open.query("select pg_advisory_unlock_all()").catch(() => undefined);
  }

  async readState({ account, table }: StreamKey): Promise<StreamState> {
    const { rows: states } = await this.#connection.query(
      "select state from state where account = $1 and stream = $2",
      [account, table],
    );
    const { rows } = await this.#connection.query(
      `select count(*) as known, count(*) - count(deleted_run) as live from _${table} where account = $1`,
      [account],
    );
    return { state: states[0]?.state, known: Number(rows[0]?.known), live: Number(rows[0]?.live) };
  }

  async startRun({ account, table, mode, contract }: RunStart): Promise<number> {
    await this.#connection.query("delete from seen where stream = $1", [table]);
    const { rows } = await this.#connection.query(
      "insert into run (account, stream, mode, started, status, contract) values ($1, $2, $3, $4, 'running', $5) returning run",
      [account, table, mode, new Date().toISOString(), contract],
    );
    return Number(rows[0]?.run);
  }

  async countKnown({ account, table }: StreamKey, ids: readonly string[]): Promise<number> {
    const { rows } = await this.#connection.query(
      `select count(*) as known from json_array_elements_text($1::json) p(id) join _${table} r on r.account = $2 and r.id = p.id`,
      [JSON.stringify(ids), account],
    );
    return Number(rows[0]?.known);
  }

  write(key: RunKey, batch: Batch): Promise<RunCounts> {
    return this.#transact(async (connection) => {
      const counts = await writeBatch(connection, key, batch);
      const { seen, inserted, updated, restored, rejected } = counts;
      await connection.query(
        "update run set seen = seen + $1, inserted = inserted + $2, updated = updated + $3, restored = restored + $4, rejected = rejected + $5 where run = $6",
        [seen, inserted, updated, restored, rejected, key.run],
      );
      if (batch.state !== undefined) await writeState(connection, key, batch.state);
      return counts;
    });
  }

  async countUnseen({ account, table }: RunKey): Promise<number> {
    await this.#connection.query("analyze seen");
    const { rows } = await this.#connection.query(
      `select count(*) as unseen from _${table} r where r.account = $1 and r.deleted_run is null and not exists (select 1 from seen s where s.stream = $2 and s.id = r.id)`,
      [account, table],
    );
    return Number(rows[0]?.unseen);
  }

  finishRuns(endings: readonly RunEnding[]): Promise<readonly RunRow[]> {
    return this.#transact(async (connection) => {
      const rows: RunRow[] = [];
      for (const ending of endings) {
        if (ending.state !== undefined) await writeState(connection, ending, ending.state);
        rows.push(await finishRun(connection, ending));
      }
      return rows;
    });
  }

  async readStatus(): Promise<readonly RunRow[]> {
    const { rows } = await this.#connection.query(LAST_RUNS);
    return rows.map(toRunRow);
  }

  async findRun({ account, table }: StreamKey, ended: string): Promise<number> {
    const { rows } = await this.#connection.query(LAST_RUN_BY, [account, table, ended]);
    return Number(rows[0]?.run ?? 0);
  }

  async readVersions(
    { account, table }: StreamKey,
    run: number,
    { after, limit }: Page,
  ): Promise<readonly VersionRow[]> {
    const { rows } = await this.#connection.query<VersionRow>(renderVersions(table, "doc::text"), [
      account,
      run,
      after ?? null,
      limit,
    ]);
    return rows;
  }

  async readChanges(
    { account, table }: StreamKey,
    since: number,
    { after, limit }: Page,
  ): Promise<readonly ChangeRow[]> {
    const sql = renderChangesSince(table, "doc::text");
    const { rows } = await this.#connection.query<ChangeRow>(sql, [account, since, after ?? null, limit]);
    return rows.map((row) => ({ ...row, first_run: Number(row.first_run) }));
  }

  async compare({ account, table }: StreamKey, records: readonly StoredRecord[]): Promise<Comparison> {
    const probes = JSON.stringify(records.map(({ id, doc }) => ({ id, hash: hash("sha256", doc) })));
    const { rows } = await this.#connection.query<{ id: string; is_missing: boolean }>(
      `select p.id, r.id is null as is_missing from json_to_recordset($1::json) p(id text, hash text)
left join _${table} r on r.account = $2 and r.id = p.id and r.deleted_run is null where r.id is null or r.hash <> decode(p.hash, 'hex')`,
      [probes, account],
    );
    const idsOf = (isMissing: boolean): string[] =>
      rows.filter((row) => row.is_missing === isMissing).map(({ id }) => id);
    return { missing: idsOf(true), different: idsOf(false) };
  }

  purge(account: string, person: Person): Promise<number> {
    const { statements, value } = renderPurge(person);
    const values = { account: [account], value: [value], both: [account, value] };
    return this.#transact(async (connection) => {
      const run = ({ sql, uses }: PurgeStatement) => connection.query(sql, values[uses]);
      await connection.query("delete from purged");
      await connection.query("delete from purged_uid");
      for (const statement of statements) await run(statement);
      const { rows } = await connection.query(
        "select count(*) as removed from (select distinct stream, id from purged) p",
      );
      for (const statement of renderRemoval(person)) await run(statement);
      return Number(rows[0]?.removed);
    });
  }

  async close(): Promise<void> {
    const connection = this.#open;
    this.#open = undefined;
    this.#isLocked = false;
    if (connection?.isOpen) await connection.end();
  }

  get #connection(): Connection {
    if (!this.#open) throw new Error("the mirror is closed");
    return this.#open;
  }

  async #transact<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    const connection = this.#connection;
    await connection.query("begin");
    try {
      const result = await work(connection);
      await connection.query("commit");
      return result;
    } catch (error) {
      await connection.query("rollback").catch(() => undefined);
      throw error;
    }
  }
}

async function writeState(connection: Connection, { account, table, run }: RunKey, state: unknown): Promise<void> {
  await connection.query(
    "insert into state (account, stream, state, run) values ($1, $2, $3::jsonb, $4) on conflict (account, stream) do update set state = excluded.state, run = excluded.run",
    [account, table, JSON.stringify(state), run],
  );
}
