import { mkdtemp, readFile, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { DatabaseSync, type SQLInputValue } from "node:sqlite";
import { type ClientOptions, createClient, type ServiceformClient } from "@serviceform/client";
import { createSandbox, type Sandbox, type SandboxOptions } from "@serviceform/sandbox";
import { createSync, type RunOptions, type RunReport, type Sync, type SyncOptions } from "@serviceform/sync";
import { sqliteTarget } from "@serviceform/sync/sqlite";

/** A sandbox and its mirror in a temporary folder. */
export interface Mirror extends AsyncDisposable {
  readonly sandbox: Sandbox;
  readonly client: ServiceformClient;
  readonly folder: string;
  /** The file of the mirror, which is also the index of a lake in this folder. */
  readonly path: string;
  readonly sync: Sync;
  /** The flags of a command that name the mirror. */
  readonly to: readonly [string, string];
  /** A run with a new client and target, as in a new process; `fetch` takes the place of the sandbox. */
  run(options?: MirrorRun): Promise<RunReport>;
  /** Rows of a query, read without the mirror. */
  query(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[];
  /** Changes the file without the mirror. */
  execute(sql: string): void;
  /** The bytes of the file and of its log. */
  text(): Promise<string>;
}

type MirrorRun = RunOptions & Partial<SyncOptions> & Pick<ClientOptions, "fetch">;

export async function createMirror(
  options: Partial<SyncOptions> = {},
  sandboxOptions: SandboxOptions = {},
  clientOptions: ClientOptions = {},
): Promise<Mirror> {
  const folder = await mkdtemp(join(tmpdir(), "sync-"));
  const path = join(folder, "_index.db");
  const sandbox = createSandbox(sandboxOptions);
  const clientBy = (fetch: ClientOptions["fetch"] = sandbox.fetch): ServiceformClient =>
    createClient({ apiKey: "sf_sandbox_key", fetch, retries: 0, ...clientOptions });
  const client = clientBy();
  const streams = ["leads"] as const;
  const sync = createSync({ client, target: sqliteTarget(path), streams, ...options });

  async function run({ mode, allowMassDelete, signal, onEvent, fetch, ...rest }: MirrorRun = {}): Promise<RunReport> {
    const own = createSync({ client: clientBy(fetch), target: sqliteTarget(path), streams, ...options, ...rest });
    try {
      return await own.run({ mode, allowMassDelete, signal, onEvent });
    } finally {
      await own.close();
    }
  }

  function query(sql: string, ...values: SQLInputValue[]): Record<string, unknown>[] {
    using database = new DatabaseSync(path, { readOnly: true });
    return database.prepare(sql).all(...values);
  }

  function execute(sql: string): void {
    using database = new DatabaseSync(path);
    database.exec(sql);
  }

  async function text(): Promise<string> {
    const files = ["", "-wal"].map((suffix) => readFile(path + suffix, "latin1").catch(() => ""));
    return (await Promise.all(files)).join("");
  }

  async function dispose(): Promise<void> {
    await sync.close();
    await rm(folder, { recursive: true });
  }
  const to = ["--to", `sqlite:${path}`] as const;
  return { sandbox, client, folder, path, to, sync, run, query, execute, text, [Symbol.asyncDispose]: dispose };
}

/** A `fetch` of an API that responds to every request with this list. */
export function respondWith(list: readonly unknown[]): typeof fetch {
  return async () => Response.json(list);
}

/** Live documents of the table by key. */
export function liveDocuments({ query }: Pick<Mirror, "query">, table: string): Map<string, unknown> {
  const rows = query(`select id, doc from _${table} where deleted_run is null order by id`);
  return new Map(rows.map(({ id, doc }) => [String(id), JSON.parse(String(doc))]));
}

/** What `liveDocuments` returns if these records are stored. */
export function storedById(records: readonly ({ id: string } | { cid: string })[]): Map<string, unknown> {
  return new Map(records.map((record) => ["cid" in record ? record.cid : record.id, asStored(record)]));
}

/** A record as a target stores it: databases reject U+0000 and lone surrogates. */
export function asStored<Value>(value: Value): Value {
  return JSON.parse(JSON.stringify(value), (_, part) =>
    typeof part === "string" ? part.replaceAll("\0", "\u2400").toWellFormed() : part,
  );
}
