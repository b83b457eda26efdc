import type { StreamReport, StreamReports } from "./engine/job.js";
import { syncStream } from "./engine/sync-stream.js";
import { parseOptions, parseRunOptions, type RunOptions, type Settings, type SyncOptions } from "./options.js";
import type { StreamName, TableName } from "./streams.js";
import { SyncBusyError } from "./sync-busy-error.js";

/** A mirror of an account. */
export interface Sync {
  /**
   * Brings the streams up to date. What the API or the network does to one of them stands in the report, and the others
   * go on.
   *
   * @throws {SyncBusyError} where another run holds the lock
   */
  run(options?: RunOptions): Promise<RunReport>;
  /** Closes the target. */
  close(): Promise<void>;
}

export interface RunReport {
  /** By the names of the tables: leads, chats, spaces, items. A stream that was not called is absent. */
  readonly streams: { readonly [stream: string]: StreamReport };
}

/**
 * Creates a mirror of an account. Nothing is opened before its first use.
 *
 * @throws {ConfigurationError} naming the option that is unknown or invalid
 * @example
 * const sync = createSync({ client: createClient(), target: sqliteTarget("leads.db") });
 * const report = await sync.run();
 */
export function createSync(options: SyncOptions): Sync {
  const settings = parseOptions(options);
  return {
    run: async (runOptions = {}) => run(settings, parseRunOptions(runOptions)),
    close: () => settings.target.close(),
  };
}

async function run(settings: Settings, options: RunOptions): Promise<RunReport> {
  const { target, account, streams } = settings;
  options.signal?.throwIfAborted();
  await target.open("write");
  if (!(await target.lock(account, streams.flatMap(tablesOf)))) throw new SyncBusyError();
  try {
    return { streams: await runStreams(settings, options) };
  } finally {
    await target.unlock();
  }
}

function tablesOf(stream: StreamName): readonly TableName[] {
  return stream === "items" ? ["spaces", "items"] : [stream];
}

async function runStreams(settings: Settings, options: RunOptions): Promise<StreamReports> {
  const { mode = "auto", allowMassDelete = false, signal, onEvent } = options;
  let reports: StreamReports = {};
  for (const stream of settings.streams) {
    const ended = await syncStream({ ...settings, stream, mode, allowMassDelete, signal, onEvent });
    reports = { ...reports, ...ended };
    if (signal?.aborted && Object.values(ended).some(({ status }) => status === "failed")) throw signal.reason;
    if (Object.values(ended).some(isUnauthorized)) break;
  }
  return reports;
}

/** The key is invalid: the other streams would be rejected like this one. */
function isUnauthorized({ error }: StreamReport): boolean {
  return error?.status === 401 || error?.status === 403;
}
