import { lstat, realpath } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { type Item, isServiceformError, type ServiceformClient } from "@serviceform/client";
import { counted, renderJson } from "@serviceform/records";
import { openClient } from "../connection/open-client.js";
import { IncompleteError } from "../errors/usage-error.js";
import { withFileLock } from "../file-lock.js";
import type { ConnectionFlags } from "../flags/connection-flags.js";
import type { Io } from "../io.js";
import { printValue } from "../output/print-value.js";
import { warn } from "../output/warn.js";
import { type Ledger, type LedgerIdentity, openLedger, type RowState, readStates } from "./ledger.js";
import { type ImportFile, readRows } from "./read-rows.js";

export interface ImportFlags extends ConnectionFlags {
  readonly space: string;
  readonly title: string;
  readonly match?: "title" | "none";
  readonly dryRun?: boolean;
  readonly restart?: boolean;
  readonly concurrency?: number;
  readonly settleDelay?: number;
  readonly json?: boolean;
}

interface ImportSource {
  readonly client: ServiceformClient;
  readonly file: ImportFile;
  readonly ledgerPath: string;
  readonly flags: ImportFlags;
  readonly io: Io;
}

interface Import extends Omit<ImportSource, "ledgerPath"> {
  readonly ledger: Ledger;
}

/** The number of rounds of sending and settling; rows that are still ambiguous are left for the next run. */
const ROUNDS = 20;

/** Creates one item for each row of a file, even if requests fail or this process ends. */
export async function importItems(flags: ImportFlags, io: Io, path = ""): Promise<void> {
  const file = await readRows(path, flags.title);
  if (file.otherColumns.length > 0) warn(io, flags, `note: not imported: ${file.otherColumns.join(", ")}`);
  const client = await openClient(flags, io);
  const source: ImportSource = { client, file, ledgerPath: `${await locate(path)}.ledger`, flags, io };
  if (flags.dryRun) await preview(source);
  else await withFileLock(source.ledgerPath, () => importLocked(source));
}

/** Where the file itself is, so that each symbolic link to it has the same ledger. */
async function locate(path: string): Promise<string> {
  return (await lstat(path)).isSymbolicLink() ? realpath(path) : path;
}

/** The space is read with the lock, so that it shows what an import that has just ended created. */
async function importLocked({ client, file, ledgerPath, flags, io }: ImportSource): Promise<void> {
  const existing = await listItems(client, flags, io);
  const before = existing.map(({ id }) => id);
  const ledger = await openLedger(ledgerPath, identify(file, flags), { restart: flags.restart === true, before });
  try {
    warnOfOtherAccount(ledger, before, flags, io);
    await skipKnown(file, ledger, toKnown(existing, flags));
    await work({ client, file, ledger, flags, io });
    report(file, ledger, flags, io);
  } finally {
    await ledger.close();
  }
}

/** A ledger does not name its account, and the rows that another one has would count as done. */
function warnOfOtherAccount({ rows }: Ledger, existing: readonly string[], flags: ImportFlags, io: Io): void {
  const done = [...rows.values()].flatMap(({ item }) => item ?? []);
  const ids = new Set(existing);
  if (done.length === 0 || done.some((id) => ids.has(id))) return;
  const advice = "if it is of another account, discard it with --restart";
  warn(io, flags, `warning: the space has none of the ${done.length} items of the ledger; ${advice}`);
}

/** Prints how many rows the import would send; a row that was sent counts, since its item may be missing. */
async function preview({ client, file, ledgerPath, flags, io }: ImportSource): Promise<void> {
  const known = toKnown(await listItems(client, flags, io), flags);
  const rows = flags.restart ? new Map() : await readStates(ledgerPath, identify(file, flags));
  const open = file.titles.filter((title, index) => {
    const state = rows.get(index + 1)?.state;
    return state === undefined ? !known.has(title) : state === "pending" || state === "sent";
  });
  const skipped = file.titles.length - open.length;
  if (flags.json) await printValue({ wouldCreate: open.length, skipped }, { json: true, io });
  else io.stdout.write(`${counted(open.length, "items")} would be created, ${counted(skipped, "rows")} skipped.\n`);
}

function listItems(client: ServiceformClient, { space }: ImportFlags, { signal }: Io): Promise<Item[]> {
  return client.listItems({ spaceId: space }, { signal });
}

function identify({ sha256 }: ImportFile, { space, title }: ImportFlags): LedgerIdentity {
  return { file: sha256, space, column: title };
}

/** The items that `--match` compares with, by their titles. */
function toKnown(items: readonly Item[], { match }: ImportFlags): ReadonlyMap<string, readonly Item[]> {
  return match === "title" ? byTitle(items) : new Map();
}

async function skipKnown(file: ImportFile, ledger: Ledger, known: ReadonlyMap<string, readonly Item[]>): Promise<void> {
  for (const [index, title] of file.titles.entries()) {
    const [item] = known.get(title) ?? [];
    if (item && !ledger.rows.has(index + 1)) await ledger.write({ row: index + 1, state: "done", item: item.id });
  }
}

/** Sends the pending rows and settles the ambiguous ones, until none are left. */
async function work(task: Import): Promise<void> {
  for (let round = 0; round < ROUNDS; round += 1) {
    await settle(task);
    const pending = rowsIn(task, "pending");
    if (pending.length === 0) return;
    await send(task, pending);
    task.io.signal?.throwIfAborted();
  }
}

async function send(task: Import, rows: readonly number[]): Promise<void> {
  // Shared by the workers.
  const queue = rows.values();
  const stop: { error?: unknown } = {};
  const worker = async (): Promise<void> => {
    // After Ctrl-C, requests that have been sent are finished, and no others are sent.
    for (const row of queue) {
      if (task.io.signal?.aborted || stop.error !== undefined) return;
      const error = await sendRow(task, row);
      // Another row may have succeeded meanwhile.
      if (error !== undefined) stop.error = error;
    }
  };
  await Promise.all(Array.from({ length: task.flags.concurrency ?? 4 }, worker));
  if (stop.error !== undefined) throw stop.error;
}

/** Returns the error that ends the run: an error that the next row would get too. */
async function sendRow({ client, file, ledger, flags }: Import, row: number): Promise<unknown> {
  await ledger.write({ row, state: "sent" });
  try {
    const { id } = await client.createItem({ spaceId: flags.space, primary_field: titleOf(file, row) });
    await ledger.write({ row, state: "done", item: id });
    return undefined;
  } catch (error) {
    if (!isServiceformError(error)) throw error;
    // The row stays `sent`.
    if (error.mayHaveSucceeded) return undefined;
    const isRejected = error.status === 400 || error.status === 422;
    await ledger.write(isRejected ? { row, state: "failed", error: error.message } : { row, state: "pending" });
    return isRejected ? undefined : error;
  }
}

/**
 * Each new item that no row claims settles one `sent` row with its title. A row whose item is missing from two lists is
 * sent again.
 */
async function settle(task: Import): Promise<void> {
  if (rowsIn(task, "sent").length === 0) return;
  await claim(task);
  if (rowsIn(task, "sent").length === 0) return;

  // A list may not show a created item at once.
  await delay((task.flags.settleDelay ?? 30) * 1_000, undefined, { signal: task.io.signal });
  await claim(task);
  for (const row of rowsIn(task, "sent")) await task.ledger.write({ row, state: "pending" });
}

async function claim(task: Import): Promise<void> {
  const { client, file, ledger, flags, io } = task;
  const items = await listItems(client, flags, io);
  const claimed = new Set([...ledger.head.before, ...[...ledger.rows.values()].flatMap(({ item }) => item ?? [])]);
  const unclaimed = byTitle(items.filter(({ id }) => !claimed.has(id)));
  for (const row of rowsIn(task, "sent")) {
    const item = unclaimed.get(titleOf(file, row))?.shift();
    if (item) await ledger.write({ row, state: "done", item: item.id });
  }
}

function byTitle(items: readonly Item[]): Map<string, Item[]> {
  const groups = new Map<string, Item[]>();
  for (const item of items) {
    const title = item.primary_field ?? "";
    groups.set(title, [...(groups.get(title) ?? []), item]);
  }
  return groups;
}

function titleOf({ titles }: ImportFile, row: number): string {
  // Row numbers are indices of the titles, plus 1.
  return titles[row - 1] as string;
}

function rowsIn({ file, ledger }: Pick<Import, "file" | "ledger">, state: RowState["state"]): readonly number[] {
  const all = file.titles.map((_, index) => index + 1);
  return all.filter((row) => (ledger.rows.get(row)?.state ?? "pending") === state);
}

/** Prints every row on stdout, and the totals as the last line on stderr. */
function report(file: ImportFile, ledger: Ledger, flags: ImportFlags, io: Io): void {
  const rows = file.titles.map(
    (_, index) => ledger.rows.get(index + 1) ?? { row: index + 1, state: "pending" as const },
  );
  if (!flags.json) io.stdout.write(rows.map((row) => `${renderJson(row, io.stdout)}\n`).join(""));
  const count = (state: RowState["state"]): number => rowsIn({ file, ledger }, state).length;
  const open = count("pending") + count("sent");
  const summary = `${count("done")} done, ${count("failed")} failed, ${open} open`;
  if (count("failed") + open > 0) throw new IncompleteError(summary, { rows });
  if (flags.json) io.stdout.write(`${renderJson({ rows }, io.stdout)}\n`);
  warn(io, flags, summary);
}
