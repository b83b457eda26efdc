import type { ParsedRecord } from "../record/parse-record.js";
import { TABLE_NAMES, type TableName } from "../streams.js";
import { createTurns } from "../target/create-turns.js";
import type { Dialect } from "../target/dialect.js";
import { finishRuns } from "../target/finish-runs.js";
import { hasRecords } from "../target/has-records.js";
import { purge } from "../target/purge.js";
import { writeRedaction } from "../target/redaction-mark.js";
import { SqlStore } from "../target/sql-store.js";
import type {
  Access,
  Batch,
  Comparison,
  Person,
  RunCounts,
  RunEnding,
  RunKey,
  RunRow,
  RunStart,
  StreamKey,
  Target,
  Transaction,
} from "../target/target.js";
import { transact } from "../target/transact.js";
import { compareRecords, countKnown } from "./compare-records.js";
import type { Connection } from "./connection.js";
import { renderFirstLoad, writeFirstLoad } from "./first-load.js";
import { hashRecords } from "./hashed-record.js";
import { openSchema } from "./open-schema.js";
import { postgresDialect } from "./postgres-dialect.js";
import { MANY_RECORDS, startRun } from "./start-run.js";
import { takeLocks } from "./take-locks.js";
import { type Probe, writeBatch } from "./write-batch.js";

/** A mirror in a schema of PostgreSQL, with its own session. */
export class PostgresStore extends SqlStore implements Target {
  protected readonly dialect: Dialect = postgresDialect;
  readonly #connect: () => Promise<Connection>;
  readonly #schema: string;
  readonly #beforeDone: ((transaction: Transaction) => Promise<void>) | undefined;
  #open: Connection | undefined;
  #access: Access | undefined;
  #isLocked = false;
  /** Two concurrent first calls would leave an extra session open, with its locks. */
  readonly #openInTurn = createTurns();
  /** The transactions of one session run one after the other. */
  readonly #inTurn = createTurns();
  /** The run that found no records of its account; undefined once a key comes twice. */
  #firstLoad: number | undefined;
  #probe: Probe = "planned";

  constructor(
    connect: () => Promise<Connection>,
    schema: string,
    beforeDone?: (transaction: Transaction) => Promise<void>,
  ) {
    super();
    this.#connect = connect;
    this.#schema = schema;
    this.#beforeDone = beforeDone;
  }

  open(access: Access): Promise<void> {
    return this.#openInTurn(() => this.#reopen(access));
  }

  async #reopen(access: Access): Promise<void> {
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
    // A session can take its own locks again.
    if (this.#isLocked) return false;
    this.#isLocked = true;
    let isTaken = false;
    try {
      isTaken = await takeLocks(this.session, this.#schema, account, tables);
    } finally {
      if (!isTaken) await this.unlock();
    }
    return isTaken;
  }

  async unlock(): Promise<void> {
    this.#isLocked = false;
    // A lost session has lost its locks too.
    if (this.#open?.isOpen) await this.#open.query("select pg_advisory_unlock_all()").catch(() => undefined);
  }

  async claimRedaction(account: string, mark: string | null): Promise<string | null> {
    const { session } = this;
    let stored = await this.readRedaction(account);
    if (stored === undefined) {
      await writeRedaction(session, account, mark, "keep");
      // Another run may have been faster.
      stored = (await this.readRedaction(account)) ?? null;
    }
    if (stored === mark) return mark;
    // Any other run of the account may be about to store the first record.
    const isAlone = await takeLocks(session, this.#schema, account, TABLE_NAMES);
    if (!isAlone || (await hasRecords(this, account))) return stored;
    await writeRedaction(session, account, mark, "replace");
    return mark;
  }

  async startRun(start: RunStart): Promise<number> {
    const { run, records } = await startRun(this.session, start);
    this.#firstLoad = this.session.copy && records === 0 ? run : undefined;
    this.#probe = records < MANY_RECORDS ? "planned" : "prepared";
    return run;
  }

  async countKnown(stream: StreamKey, ids: readonly string[]): Promise<number> {
    return countKnown(this.session, stream, ids);
  }

  write(key: RunKey, batch: Batch): Promise<RunCounts> {
    // Hashed before its turn, while the server still works on the previous batch.
    const hashed = { ...batch, records: hashRecords(key.table, batch.records) };
    const first = this.#firstLoad === key.run ? renderFirstLoad(key, hashed) : undefined;
    return this.#inTurn(async () => {
      if (first && this.#firstLoad === key.run && (await writeFirstLoad(this.session, first))) return first.counts;
      this.#firstLoad = undefined;
      return writeBatch(this.session, key, hashed, this.#probe);
    });
  }

  override async countUnseen(run: RunKey): Promise<number> {
    await this.session.query("analyze seen");
    return super.countUnseen(run);
  }

  finishRuns(endings: readonly RunEnding[]): Promise<readonly RunRow[]> {
    return this.#transact(async (connection) => {
      await connection.query("set local synchronous_commit to on");
      const rows = await finishRuns(connection, this.dialect, endings);
      if (endings.every(({ status }) => status === "done")) await this.#beforeDone?.(connection);
      return rows;
    });
  }

  async startComparison({ table }: StreamKey): Promise<void> {
    const { session } = this;
    await session.query("create temp table if not exists compared (stream text, id text, primary key (stream, id))");
    await session.query("delete from compared where stream = $1", [table]);
  }

  async compare(stream: StreamKey, records: readonly ParsedRecord[]): Promise<Comparison> {
    return compareRecords(this.session, stream, records);
  }

  purge(account: string, person: Person): Promise<number> {
    return this.#transact(async (connection) => {
      await connection.query("set local synchronous_commit to on");
      return purge(connection, this.dialect, account, person);
    });
  }

  async close(): Promise<void> {
    const connection = this.#open;
    this.#open = undefined;
    this.#isLocked = false;
    if (connection?.isOpen) await connection.end();
  }

  protected get session(): Connection {
    if (!this.#open) throw new Error("the mirror is closed");
    return this.#open;
  }

  #transact<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#inTurn(() => transact(this.session, work));
  }
}
