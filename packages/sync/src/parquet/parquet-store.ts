import { existsSync, mkdirSync, readdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { SqliteStore } from "../sqlite/sqlite-store.js";
import { TABLE_NAMES, type TableName } from "../streams.js";
import type { Access, Person, RunEnding, RunRow } from "../target/target.js";
import { renderLakeViews } from "./render-lake-views.js";
import { replaceFile } from "./replace-file.js";
import { type ChangedRun, countErased, findChangedRuns, readRunChanges } from "./run-changes.js";
import { SAMPLE_RUN, writePart } from "./write-part.js";

/**
 * A folder of Parquet files, derived from the commits of the mirror in `_index.db`: a file that is missing because its
 * process was killed is written by the next run.
 */
export class ParquetStore extends SqliteStore {
  readonly #folder: string;

  constructor(folder: string) {
    super(join(folder, "_index.db"));
    this.#folder = folder;
  }

  override async open(access: Access): Promise<void> {
    if (access === "write") createFolder(this.#folder);
    await super.open(access);
    // A commit that a loss of power takes back would leave files of runs that never were.
    if (access === "write") this.database.exec("pragma synchronous = full");
  }

  override async lock(account: string, tables: readonly TableName[]): Promise<boolean> {
    if (!(await super.lock(account, tables))) return false;
    try {
      this.#writeViews();
      this.#removeUnknown();
      for (const stale of this.#findStale()) this.#rewrite(stale);
      this.#writeMissing();
    } catch (error) {
      this.unlock();
      throw error;
    }
    return true;
  }

  override async finishRuns(endings: readonly RunEnding[]): Promise<readonly RunRow[]> {
    const erasing = endings.filter(({ eraseBefore }) => eraseBefore !== undefined);
    const before = erasing.map((ending) => countErased(this.database, ending));
    for (const { account } of erasing) this.#markStale(account);
    const rows = await super.finishRuns(endings);

    this.#writeMissing();
    const hasErased = erasing.some((ending, index) => countErased(this.database, ending) !== before[index]);
    for (const account of new Set(erasing.map(({ account }) => account))) {
      if (hasErased) this.#rewrite(account);
      else this.#unmarkStale(account);
    }
    return rows;
  }

  override async purge(account: string, person: Person): Promise<number> {
    this.#markStale(account);
    const removed = await super.purge(account, person);
    this.#rewrite(account);
    return removed;
  }

  /** DuckDB rejects a view of files that do not exist, so each table has an empty file. */
  #writeViews(): void {
    for (const table of TABLE_NAMES) {
      const part = { table, account: "", run: SAMPLE_RUN };
      if (!existsSync(this.#pathOf(part))) writePart(this.#pathOf(part), part, []);
    }
    const statements = renderLakeViews().map((statement) => `${statement};\n`);
    replaceFile(join(this.#folder, "views.sql"), (write) => write(Buffer.from(statements.join(""))));
  }

  /** An index that was restored from a backup gives the numbers of later runs again. */
  #removeUnknown(): void {
    const newest = Number(this.database.prepare("select coalesce(max(run), 0) as run from run").get()?.run);
    for (const table of TABLE_NAMES) {
      const entries = readdirSync(join(this.#folder, table), { withFileTypes: true });
      for (const account of entries.filter((entry) => entry.isDirectory())) {
        const folder = join(this.#folder, table, account.name);
        const unknown = readdirSync(folder).filter((name) => Number(/^run=(\d+)$/.exec(name)?.[1]) > newest);
        for (const name of unknown) rmSync(join(folder, name), { recursive: true });
      }
    }
  }

  #writeMissing(): void {
    for (const run of findChangedRuns(this.database)) if (!existsSync(this.#pathOf(run))) this.#write(run);
  }

  /** Values that were erased from the mirror must be erased from files that were written earlier. */
  #rewrite(account: string): void {
    for (const run of findChangedRuns(this.database)) if (run.account === account) this.#write(run);
    this.#unmarkStale(account);
  }

  #write(run: ChangedRun): void {
    writePart(this.#pathOf(run), run, readRunChanges(this.database, run));
  }

  #pathOf({ table, account, run }: ChangedRun): string {
    return join(this.#folder, table, `account=${encodeName(account)}`, `run=${run}`, "part-0.parquet");
  }

  #findStale(): string[] {
    const rows = this.database.prepare("select account from state where stream = 'parquet'").all();
    return rows.map(({ account }) => String(account));
  }

  #markStale(account: string): void {
    this.database
      .prepare("insert or replace into state (account, stream, state) values (?, 'parquet', '\"stale\"')")
      .run(account);
  }

  #unmarkStale(account: string): void {
    this.database.prepare("delete from state where account = ? and stream = 'parquet'").run(account);
  }
}

/** Windows has no `*` in names. */
function encodeName(account: string): string {
  return encodeURIComponent(account).replaceAll("*", "%2A");
}

/** Throws for a folder with other files, and leaves it unchanged. */
function createFolder(folder: string): void {
  makeFolder(folder);
  const isMirror = readdirSync(folder).every((name) => name.startsWith(".")) || existsSync(join(folder, "_index.db"));
  if (!isMirror) throw new Error(`${folder} is not a mirror`);
}

/** Not `recursive`: with it, Node.js tries forever if the parent exists and can have no folders, as in /proc. */
function makeFolder(path: string): void {
  if (existsSync(path)) return;
  const parent = dirname(path);
  if (parent !== path) makeFolder(parent);
  try {
    mkdirSync(path);
  } catch (error) {
    // Another process may have created it.
    if (!existsSync(path)) throw error;
  }
}
