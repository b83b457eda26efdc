import type { ParsedRecord } from "../record/parse-record.js";
import { TABLE_NAMES, type TableName } from "../streams.js";
import { hasRecords } from "../target/has-records.js";
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
  Transaction,
  VersionRow,
} from "../target/target.js";
import type { Connection } from "./connection.js";
import { createTurns } from "./create-turns.js";
import { finishRun } from "./finish-run.js";
import { renderFirstLoad, writeFirstLoad } from "./first-load.js";
import { hashRecords } from "./hashed-record.js";
import { openSchema } from "./open-schema.js";
import { purge } from "./purge.js";
import {
  compare,
  countKnown,
  countLive,
  countUnseen,
  findRun,
  readChanges,
  readExtra,
  readState,
  readStatus,
  readVersions,
  startComparison,
} from "./read-mirror.js";
import { claimRedaction, readRedaction } from "./redaction.js";
import { renderState } from "./render-progress.js";
import { startRun } from "./start-run.js";
import { takeLocks } from "./take-locks.js";
import { transact } from "./transact.js";
import { type Probe, writeBatch } from "./write-batch.js";

/** A mirror in a schema of PostgreSQL, with its own session. */
export class PostgresStore implements Target {
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
      isTaken = await takeLocks(this.#connection, this.#schema, account, tables);
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

  async readState(stream: StreamKey): Promise<StreamState> {
    return readState(this.#connection, stream);
  }

  async readRedaction(account: string): Promise<string | null | undefined> {
    return readRedaction(this.#connection, account);
  }

  async claimRedaction(account: string, mark: string | null): Promise<string | null> {
    const connection = this.#connection;
    // Any other run of the account may be about to store the first record.
    const canReplace = async (): Promise<boolean> =>
      (await takeLocks(connection, this.#schema, account, TABLE_NAMES)) && !(await hasRecords(this, account));
    return claimRedaction(connection, account, mark, canReplace);
  }

  async startRun(start: RunStart): Promise<number> {
    const { run, size } = await startRun(this.#connection, start);
    this.#firstLoad = this.#connection.copy && size === "none" ? run : undefined;
    this.#probe = size === "many" ? "prepared" : "planned";
    return run;
  }

  async countLive(stream: StreamKey): Promise<number> {
    return countLive(this.#connection, stream);
  }

  async countKnown(stream: StreamKey, ids: readonly string[]): Promise<number> {
    return countKnown(this.#connection, stream, ids);
  }

  write(key: RunKey, batch: Batch): Promise<RunCounts> {
    // Hashed before its turn, while the server still works on the previous batch.
    const hashed = { ...batch, records: hashRecords(key.table, batch.records) };
    const first = this.#firstLoad === key.run ? renderFirstLoad(key, hashed) : undefined;
    return this.#inTurn(async () => {
      if (first && this.#firstLoad === key.run && (await writeFirstLoad(this.#connection, first))) return first.counts;
      this.#firstLoad = undefined;
      return writeBatch(this.#connection, key, hashed, this.#probe);
    });
  }

  async countUnseen(run: RunKey): Promise<number> {
    return countUnseen(this.#connection, run);
  }

  finishRuns(endings: readonly RunEnding[]): Promise<readonly RunRow[]> {
    return this.#transact(async (connection) => {
      await connection.query("set local synchronous_commit to on");
      const rows: RunRow[] = [];
      for (const ending of endings) {
        if (ending.state !== undefined) await connection.query(renderState(ending, ending.state));
        rows.push(await finishRun(connection, ending));
      }
      if (endings.every(({ status }) => status === "done")) await this.#beforeDone?.(connection);
      return rows;
    });
  }

  async readStatus(): Promise<readonly RunRow[]> {
    return readStatus(this.#connection);
  }

  async findRun(stream: StreamKey, ended: string): Promise<number> {
    return findRun(this.#connection, stream, ended);
  }

  async readVersions(stream: StreamKey, run: number, page: Page): Promise<readonly VersionRow[]> {
    return readVersions(this.#connection, stream, run, page);
  }

  async readChanges(stream: StreamKey, since: number, page: Page): Promise<readonly ChangeRow[]> {
    return readChanges(this.#connection, stream, since, page);
  }

  async startComparison(stream: StreamKey): Promise<void> {
    await startComparison(this.#connection, stream);
  }

  async readExtra(stream: StreamKey, page: Page): Promise<readonly { readonly id: string }[]> {
    return readExtra(this.#connection, stream, page);
  }

  async compare(stream: StreamKey, records: readonly ParsedRecord[]): Promise<Comparison> {
    return compare(this.#connection, stream, records);
  }

  purge(account: string, person: Person): Promise<number> {
    return this.#transact((connection) => purge(connection, account, person));
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

  #transact<Result>(work: (connection: Connection) => Promise<Result>): Promise<Result> {
    return this.#inTurn(() => transact(this.#connection, work));
  }
}
