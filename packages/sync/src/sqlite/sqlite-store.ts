import type { DatabaseSync } from "node:sqlite";
import type { TableName } from "../streams.js";
import type {
  Access,
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
  VersionRow,
} from "../target/target.js";
import { endAbandonedRuns } from "./end-abandoned-runs.js";
import { finishRun } from "./finish-run.js";
import { assertSameFile, identifyFile } from "./identify-file.js";
import { type FileLock, lockFile } from "./lock-file.js";
import { openDatabase } from "./open-database.js";
import { type PackedRecords, unpackRecords } from "./packed-records.js";
import { purge } from "./purge.js";
import {
  compare,
  countLive,
  countUnseen,
  findRun,
  readChanges,
  readExtra,
  readStatus,
  readVersions,
} from "./read-mirror.js";
import { claimRedaction, readRedaction } from "./redaction.js";
import { rollBack } from "./roll-back.js";
import { prepareStatements, type TableStatements } from "./statements.js";
import { readState, writeState } from "./stream-state.js";
import { type PackedBatch, writeBatch } from "./write-batch.js";

/** A mirror in a SQLite file. Every method blocks, so it runs in a worker thread. */
export class SqliteStore {
  readonly #path: string;
  readonly #statements = new Map<TableName, TableStatements>();
  #database: DatabaseSync | undefined;
  #access: Access | undefined;
  #openFile: string | undefined;
  #lock: FileLock | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  open(access: Access): void {
    if (this.#database && identifyFile(this.#path) !== undefined) {
      assertSameFile(this.#path, this.#openFile);
      if (this.#access === "write" || access === "read") return;
    }
    this.close();
    this.#database = openDatabase(this.#path, access);
    this.#openFile = identifyFile(this.#path);
    this.#access = access;
    for (const name of ["seen", "compared"])
      this.#database.exec(`create temp table ${name} (stream text, id text, primary key (stream, id)) without rowid`);
  }

  lock(account: string, tables: readonly TableName[]): boolean {
    if (this.#lock) return false;
    this.#lock = lockFile(this.#path);
    if (!this.#lock) return false;
    try {
      endAbandonedRuns(this.database, account, tables);
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

  readState(stream: StreamKey): StreamState {
    return readState(this.database, stream);
  }

  countLive(stream: StreamKey): number {
    return countLive(this.database, stream);
  }

  readRedaction(account: string): string | null | undefined {
    return readRedaction(this.database, account);
  }

  claimRedaction(account: string, mark: string | null): string | null {
    return claimRedaction(this.database, account, mark);
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

  write(key: RunKey, batch: PackedBatch): RunCounts {
    return this.#transact(() => {
      const counts = writeBatch(this.database, this.#statementsOf(key.table), key, batch);
      const { seen, inserted, updated, restored, rejected } = counts;
      this.database
        .prepare(
          "update run set seen = seen + ?, inserted = inserted + ?, updated = updated + ?, restored = restored + ?, rejected = rejected + ? where run = ?",
        )
        .run(seen, inserted, updated, restored, rejected, key.run);
      if (batch.state !== undefined) writeState(this.database, key, batch.state);
      return counts;
    });
  }

  countUnseen(run: RunKey): number {
    return countUnseen(this.database, run);
  }

  finishRuns(endings: readonly RunEnding[]): RunRow[] {
    const rows = this.#transact(() =>
      endings.map((ending) => {
        if (ending.state !== undefined) writeState(this.database, ending, ending.state);
        return finishRun(this.database, ending);
      }),
    );
    // The log still has the erased values. A reader may prevent this until a later run.
    if (endings.some(({ eraseBefore }) => eraseBefore !== undefined)) this.#truncateLog();
    return rows;
  }

  readStatus(): RunRow[] {
    return readStatus(this.database);
  }

  findRun(stream: StreamKey, ended: string): number {
    return findRun(this.database, stream, ended);
  }

  readVersions(stream: StreamKey, run: number, page: Page): VersionRow[] {
    return readVersions(this.database, stream, run, page);
  }

  readChanges(stream: StreamKey, since: number, page: Page): ChangeRow[] {
    return readChanges(this.database, stream, since, page);
  }

  startComparison({ table }: StreamKey): void {
    this.database.prepare("delete from temp.compared where stream = ?").run(table);
  }

  compare(stream: StreamKey, packed: PackedRecords): Comparison {
    return compare(this.database, this.#statementsOf(stream.table), stream, unpackRecords(packed));
  }

  readExtra(stream: StreamKey, page: Page): { readonly id: string }[] {
    return readExtra(this.database, stream, page);
  }

  purge(account: string, person: Person): number {
    const removed = this.#transact(() => purge(this.database, account, person));
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

  #statementsOf(table: TableName): TableStatements {
    let statements = this.#statements.get(table);
    if (!statements) {
      statements = prepareStatements(this.database, table);
      this.#statements.set(table, statements);
    }
    return statements;
  }

  #transact<Result>(work: () => Result): Result {
    const database = this.database;
    assertSameFile(this.#path, this.#openFile);
    database.exec("begin immediate");
    try {
      const result = work();
      database.exec("commit");
      return result;
    } catch (error) {
      rollBack(database);
      throw error;
    }
  }
}
