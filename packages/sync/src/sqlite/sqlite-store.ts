import { hash } from "node:crypto";
import type { DatabaseSync, SQLInputValue } from "node:sqlite";
import type { StoredRecord } from "../record/parse-record.js";
import type { TableName } from "../streams.js";
import { LAST_RUN_BY, LAST_RUNS, renderChangesSince, renderVersions } from "../target/read-queries.js";
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
  VersionRow,
} from "../target/target.js";
import { finishRun } from "./finish-run.js";
import { type FileLock, lockFile } from "./lock-file.js";
import { openDatabase } from "./open-database.js";
import { purge } from "./purge.js";
import { prepareStatements, type TableStatements } from "./statements.js";
import { toSqlite } from "./to-sqlite.js";
import { type RecordChange, writeRecord } from "./write-record.js";

/** A mirror in a file of SQLite, whose every method blocks: a worker thread has it. */
export class SqliteStore {
  readonly #path: string;
  readonly #statements = new Map<TableName, TableStatements>();
  #database: DatabaseSync | undefined;
  #access: Access | undefined;
  #lock: FileLock | undefined;

  constructor(path: string) {
    this.#path = path;
  }

  open(access: Access): void {
    if (this.#database && (this.#access === "write" || access === "read")) return;
    this.close();
    this.#database = openDatabase(this.#path, access);
    this.#access = access;
    this.#database.exec("create temp table seen (stream text, id text, primary key (stream, id)) without rowid");
  }

  lock(account: string, tables: readonly TableName[]): boolean {
    if (this.#lock) return false;
    this.#lock = lockFile(this.#path);
    if (!this.#lock) return false;

    const now = new Date().toISOString();
    // Whoever wrote that row held the lock, and is gone.
    const end = this.#db.prepare(
      "update run set status = 'failed', ended = ?, error = 'the process ended' where account = ? and stream = ? and status = 'running'",
    );
    for (const table of tables) end.run(now, account, table);
    this.#db.prepare("insert into account (account, added) values (?, ?) on conflict do nothing").run(account, now);
    return true;
  }

  unlock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  readState({ account, table }: StreamKey): StreamState {
    const row = this.#db.prepare("select state from state where account = ? and stream = ?").get(account, table);
    const counts = this.#db
      .prepare(
        "select count(*) as known, count(*) - count(deleted_run) as live from _index where stream = ? and account = ?",
      )
      .get(table, account) as { known: number; live: number };
    return { state: row ? JSON.parse(String(row.state)) : undefined, known: counts.known, live: counts.live };
  }

  startRun({ account, table, mode, contract }: RunStart): number {
    this.#db.prepare("delete from temp.seen where stream = ?").run(table);
    const { lastInsertRowid } = this.#db
      .prepare("insert into run (account, stream, mode, started, status, contract) values (?, ?, ?, ?, 'running', ?)")
      .run(account, table, mode, new Date().toISOString(), contract);
    return Number(lastInsertRowid);
  }

  countKnown({ account, table }: StreamKey, ids: readonly string[]): number {
    const { probe } = this.#statementsOf(table);
    return ids.filter((id) => probe.get(account, id)).length;
  }

  write(key: RunKey, { records, rejected, state }: Batch): RunCounts {
    return this.#transact(() => {
      const statements = this.#statementsOf(key.table);
      const counts = { seen: 0, inserted: 0, updated: 0, deleted: 0, restored: 0, rejected: rejected.length };
      for (const record of records) {
        counts.seen += Number(statements.see.run(record.id).changes);
        count(counts, writeRecord(statements, key, record));
      }
      const reject = this.#db.prepare(
        "insert into _rejected (account, stream, run, reason, doc) values (?, ?, ?, ?, ?)",
      );
      for (const { reason, doc } of rejected) reject.run(key.account, key.table, key.run, reason, doc);
      this.#db
        .prepare(
          "update run set seen = seen + ?, inserted = inserted + ?, updated = updated + ?, restored = restored + ?, rejected = rejected + ? where run = ?",
        )
        .run(counts.seen, counts.inserted, counts.updated, counts.restored, counts.rejected, key.run);
      if (state !== undefined) this.#writeState(key, state);
      return counts;
    });
  }

  countUnseen({ account, table }: RunKey): number {
    const { unseen } = this.#db
      .prepare(
        "select count(*) as unseen from _index where stream = ?1 and account = ?2 and deleted_run is null and not exists (select 1 from temp.seen s where s.stream = ?1 and s.id = _index.id)",
      )
      .get(table, account) as { unseen: number };
    return unseen;
  }

  finishRuns(endings: readonly RunEnding[]): RunRow[] {
    return this.#transact(() =>
      endings.map((ending) => {
        if (ending.state !== undefined) this.#writeState(ending, ending.state);
        return finishRun(this.#db, ending);
      }),
    );
  }

  readStatus(): RunRow[] {
    return this.#select(LAST_RUNS);
  }

  findRun({ account, table }: StreamKey, ended: string): number {
    const [row] = this.#select<{ run: number }>(LAST_RUN_BY, account, table, ended);
    return row?.run ?? 0;
  }

  readVersions({ account, table }: StreamKey, run: number, { after, limit }: Page): VersionRow[] {
    return this.#select(renderVersions(table, "doc"), account, run, after ?? null, limit);
  }

  readChanges({ account, table }: StreamKey, since: number, { after, limit }: Page): ChangeRow[] {
    return this.#select(renderChangesSince(table, "doc"), account, since, after ?? null, limit);
  }

  compare({ account, table }: StreamKey, records: readonly StoredRecord[]): Comparison {
    const { probe } = this.#statementsOf(table);
    const compared = records.map(({ id, doc }) => {
      const known = probe.get(account, id);
      if (!known || known.deleted_run !== null) return { id, is: "missing" };
      return { id, is: hash("sha256", doc, "buffer").equals(known.hash as Uint8Array) ? "same" : "different" };
    });
    const idsOf = (state: string): string[] => compared.filter(({ is }) => is === state).map(({ id }) => id);
    return { missing: idsOf("missing"), different: idsOf("different") };
  }

  purge(account: string, person: Person): number {
    const removed = this.#transact(() => purge(this.#db, account, person));
    // Pages that were split may hold copies, which `secure_delete` does not reach.
    this.#db.exec("vacuum");
    const [checkpoint] = this.#select<{ busy: number }>("pragma wal_checkpoint(truncate)");
    if (checkpoint?.busy)
      throw new Error("the mirror is being read; run purge again, since its log still has the values");
    return removed;
  }

  close(): void {
    this.unlock();
    this.#statements.clear();
    this.#database?.close();
    this.#database = undefined;
  }

  get #db(): DatabaseSync {
    if (!this.#database) throw new Error("the mirror is closed");
    return this.#database;
  }

  #select<Row>(sql: string, ...values: SQLInputValue[]): Row[] {
    return this.#db.prepare(toSqlite(sql)).all(...values) as Row[];
  }

  #statementsOf(table: TableName): TableStatements {
    let statements = this.#statements.get(table);
    if (!statements) {
      statements = prepareStatements(this.#db, table);
      this.#statements.set(table, statements);
    }
    return statements;
  }

  #writeState({ account, table, run }: RunKey, state: unknown): void {
    this.#db
      .prepare(
        "insert into state (account, stream, state, run) values (?, ?, ?, ?) on conflict do update set state = excluded.state, run = excluded.run",
      )
      .run(account, table, JSON.stringify(state), run);
  }

  #transact<Result>(work: () => Result): Result {
    const database = this.#db;
    database.exec("begin immediate");
    try {
      const result = work();
      database.exec("commit");
      return result;
    } catch (error) {
      if (database.isTransaction) database.exec("rollback");
      throw error;
    }
  }
}

type MutableCounts = { -readonly [Name in keyof RunCounts]: number };

function count(counts: MutableCounts, change: RecordChange): void {
  if (change === "insert") counts.inserted += 1;
  else if (change === "update") counts.updated += 1;
  else if (change === "revert") counts.updated -= 1;
  else if (change === "restore") counts.restored += 1;
}
