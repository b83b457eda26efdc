import type { DatabaseSync } from "node:sqlite";
import type { TableName } from "../streams.js";
import type { Dialect } from "../target/dialect.js";
import { endAbandonedRuns } from "../target/end-abandoned-runs.js";
import { finishRuns } from "../target/finish-runs.js";
import { hasRecords } from "../target/has-records.js";
import { purge } from "../target/purge.js";
import { writeRedaction } from "../target/redaction-mark.js";
import { renderCounts } from "../target/render-counts.js";
import type { Session } from "../target/session.js";
import { SqlStore } from "../target/sql-store.js";
import type {
  Access,
  Comparison,
  Person,
  RunCounts,
  RunEnding,
  RunKey,
  RunRow,
  RunStart,
  StreamKey,
} from "../target/target.js";
import { transact } from "../target/transact.js";
import { writeState } from "../target/write-state.js";
import { createSession } from "./create-session.js";
import { assertSameFile, identifyFile } from "./identify-file.js";
import { type FileLock, lockFile } from "./lock-file.js";
import { openDatabase } from "./open-database.js";
import { type PackedRecords, unpackRecords } from "./packed-records.js";
import { sqliteDialect } from "./sqlite-dialect.js";
import { prepareStatements, type TableStatements } from "./statements.js";
import { type PackedBatch, writeBatch } from "./write-batch.js";
import { compareRecord } from "./write-record.js";

/** A mirror in a SQLite file. Every method blocks, so it runs in a worker thread, which calls one at a time. */
export class SqliteStore extends SqlStore {
  protected readonly dialect: Dialect = sqliteDialect;
  readonly #path: string;
  readonly #statements = new Map<TableName, TableStatements>();
  #database: DatabaseSync | undefined;
  #access: Access | undefined;
  #openFile: string | undefined;
  #lock: FileLock | undefined;

  constructor(path: string) {
    super();
    this.#path = path;
  }

  async open(access: Access): Promise<void> {
    if (this.#database && identifyFile(this.#path) !== undefined) {
      assertSameFile(this.#path, this.#openFile);
      if (this.#access === "write" || access === "read") return;
    }
    this.close();
    this.#database = await openDatabase(this.#path, access);
    this.#openFile = identifyFile(this.#path);
    this.#access = access;
    for (const name of ["seen", "compared"])
      this.#database.exec(`create temp table ${name} (stream text, id text, primary key (stream, id)) without rowid`);
  }

  async lock(account: string, tables: readonly TableName[]): Promise<boolean> {
    if (this.#lock) return false;
    this.#lock = lockFile(this.#path);
    if (!this.#lock) return false;
    try {
      await endAbandonedRuns(this.session, account, tables);
    } catch (error) {
      this.unlock();
      throw error;
    }
    return true;
  }

  unlock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  async claimRedaction(account: string, mark: string | null): Promise<string | null> {
    const stored = await this.readRedaction(account);
    // The run is alone with the file: no other one is about to store records.
    if (stored === mark || (await hasRecords(this, account))) return stored ?? null;
    await writeRedaction(this.session, account, mark, "replace");
    return mark;
  }

  startRun({ account, table, mode, contract }: RunStart): number {
    this.database.prepare("delete from temp.seen where stream = ?").run(table);
    const { lastInsertRowid } = this.database
      .prepare("insert into run (account, stream, mode, started, status, contract) values (?, ?, ?, ?, 'running', ?)")
      .run(account, table, mode, new Date().toISOString(), contract);
    return Number(lastInsertRowid);
  }

  countKnown({ account, table }: StreamKey, ids: readonly string[]): number {
    const { probe } = this.#statementsOf(table);
    return ids.filter((id) => probe.get(account, id)).length;
  }

  write(key: RunKey, batch: PackedBatch): Promise<RunCounts> {
    return this.#transact(async (session) => {
      const counts = writeBatch(this.database, this.#statementsOf(key.table), key, batch);
      this.database.exec(renderCounts(key, counts));
      if (batch.state !== undefined) await writeState(session, key, batch.state);
      return counts;
    });
  }

  async finishRuns(endings: readonly RunEnding[]): Promise<readonly RunRow[]> {
    const rows = await this.#transact((session) => finishRuns(session, this.dialect, endings));
    // The log still has the erased values. A reader may prevent this until a later run.
    if (endings.some(({ eraseBefore }) => eraseBefore !== undefined)) this.#truncateLog();
    return rows;
  }

  startComparison({ table }: StreamKey): void {
    this.database.prepare("delete from temp.compared where stream = ?").run(table);
  }

  compare(stream: StreamKey, packed: PackedRecords): Comparison {
    const statements = this.#statementsOf(stream.table);
    const markSeen = this.database.prepare("insert or ignore into temp.compared (stream, id) values (?, ?)");
    const records = unpackRecords(packed);
    for (const { id } of records) markSeen.run(stream.table, id);
    const compared = records.map((record) => ({ id: record.id, is: compareRecord(statements, stream, record) }));
    const idsOf = (state: string): string[] => compared.filter(({ is }) => is === state).map(({ id }) => id);
    return { missing: idsOf("missing"), different: idsOf("different") };
  }

  async purge(account: string, person: Person): Promise<number> {
    const removed = await this.#transact((session) => purge(session, this.dialect, account, person));
    // Split pages may contain copies, which `secure_delete` does not overwrite.
    this.database.exec("vacuum");
    if (!this.#truncateLog())
      throw new Error("the mirror is being read; run purge again, since its log still has the values");
    return removed;
  }

  /** Returns false if a reader still needs the log. */
  #truncateLog(): boolean {
    return this.database.prepare("pragma wal_checkpoint(truncate)").get()?.busy === 0;
  }

  close(): void {
    this.unlock();
    this.#statements.clear();
    this.#database?.close();
    this.#database = undefined;
  }

  protected get database(): DatabaseSync {
    if (!this.#database) throw new Error("the mirror is closed");
    return this.#database;
  }

  protected get session(): Session {
    return createSession(this.database);
  }

  #statementsOf(table: TableName): TableStatements {
    let statements = this.#statements.get(table);
    if (!statements) {
      statements = prepareStatements(this.database, table);
      this.#statements.set(table, statements);
    }
    return statements;
  }

  async #transact<Result>(work: (session: Session) => Promise<Result>): Promise<Result> {
    assertSameFile(this.#path, this.#openFile);
    return transact(this.session, work, "begin immediate");
  }
}
