import { assertRedaction, claimRedaction } from "./assert-redaction.js";
import type { StreamReport, StreamReports } from "./engine/job.js";
import { syncStream } from "./engine/sync-stream.js";
import {
  parseMoment,
  parseOptions,
  parsePerson,
  parseRunNumber,
  parseRunOptions,
  parseTableName,
  type RunOptions,
  type Settings,
  type SyncOptions,
} from "./options.js";
import { asOf, type Version } from "./read/as-of.js";
import { type Change, changes } from "./read/changes.js";
import { type VerifyReport, verify } from "./read/verify.js";
import { TABLE_NAMES, type TableName, tablesOf } from "./streams.js";
import { SyncBusyError } from "./sync-busy-error.js";
import type { Person, RunRow, Target } from "./target/target.js";

/** A mirror of an account. */
export interface Sync {
  /**
   * Brings the streams up to date. The report has a failure of the API or the network in one of them; the others
   * continue.
   *
   * @throws {SyncBusyError} if another run holds the lock
   * @throws {ConfigurationError} if `redact` is not that of the first run
   */
  run(options?: RunOptions): Promise<RunReport>;
  /** Reads the API again and compares it with the mirror; writes nothing. */
  verify(options?: { readonly signal?: AbortSignal | undefined }): Promise<VerifyReport>;
  /** The records that existed at a moment or, for a number, after that run. */
  asOf(stream: TableName, at: Date | number): AsyncIterable<Version>;
  /** The changes since a run: one for each record that differs. */
  changes(sinceRun: number): AsyncIterable<Change>;
  /**
   * Removes a visitor, with all leads and chats of the same `uid`, from records, history and rejections. The
   * next run restores any data that the API still has.
   *
   * @throws {SyncBusyError} if a run holds the lock
   */
  purge(person: Person): Promise<{ readonly removed: number }>;
  /** The last run of each account and stream. */
  status(): Promise<readonly StreamStatus[]>;
  /** Closes the target. */
  close(): Promise<void>;
}

/** The result of one run. */
export interface RunReport {
  /** By the names of the tables: leads, chats, spaces, items. A stream that was not called is absent. */
  readonly streams: { readonly [stream: string]: StreamReport };
}

/** A run of one stream. */
export type StreamStatus = RunRow;

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
    verify: ({ signal } = {}) => verify(settings, signal),
    asOf: (stream, at) => asOf(settings, parseTableName(stream), parseMoment(at)),
    changes: (sinceRun) => changes(settings, parseRunNumber(sinceRun)),
    purge: async (person) => purge(settings, parsePerson(person)),
    status: () => readStatus(settings),
    close: () => settings.target.close(),
  };
}

async function run(settings: Settings, options: RunOptions): Promise<RunReport> {
  const { target, account, streams } = settings;
  await openUnlessAborted(target, options.signal);
  if (!(await target.lock(account, streams.flatMap(tablesOf)))) throw new SyncBusyError();
  try {
    await claimRedaction(settings);
    return { streams: await runStreams(settings, options) };
  } finally {
    await target.unlock();
  }
}

/** Does not wait for the target after an abort: a database that does not respond would never let the run end. */
async function openUnlessAborted(target: Target, signal: AbortSignal | undefined): Promise<void> {
  signal?.throwIfAborted();
  const opening = target.open("write");
  const aborted = Promise.withResolvers<never>();
  const abort = (): void => {
    aborted.reject(signal?.reason);
    opening.then(() => target.close()).catch(() => undefined);
  };
  signal?.addEventListener("abort", abort, { once: true });
  // The first step of `open` runs before the signal is heard.
  if (signal?.aborted) abort();
  try {
    await Promise.race([opening, aborted.promise]);
  } finally {
    signal?.removeEventListener("abort", abort);
  }
}

async function purge(settings: Settings, person: Person): Promise<{ readonly removed: number }> {
  const { target, account, redact } = settings;
  await target.open("write");
  // With another redaction than that of the mirror, the email address would not be found.
  if ("email" in person) await assertRedaction(settings);
  if (!(await target.lock(account, TABLE_NAMES))) throw new SyncBusyError();
  try {
    const removed = await target.purge(account, person);
    if (!redact || !("email" in person)) return { removed };
    return { removed: removed + (await target.purge(account, { email: redact(person.email.toLowerCase()) })) };
  } finally {
    await target.unlock();
  }
}

async function readStatus({ target }: Settings): Promise<readonly StreamStatus[]> {
  await target.open("read");
  return target.readStatus();
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

/** If the key is invalid, the API would reject the other streams too. */
function isUnauthorized({ error }: StreamReport): boolean {
  return error?.status === 401 || error?.status === 403;
}
