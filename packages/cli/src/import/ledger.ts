import { open, readFile, truncate } from "node:fs/promises";
import { isRecord } from "@serviceform/records";
import { UsageError } from "../errors/usage-error.js";
import { createFile } from "../output/create-file.js";
import { ifExists } from "../output/if-exists.js";
import { createAppend } from "./append-entries.js";

export interface LedgerHead {
  /** The SHA-256 of the imported file. */
  readonly file: string;
  readonly space: string;
  readonly column: string;
  /** The items that the space had before the import. */
  readonly before: readonly string[];
}

export interface RowState {
  /** Counted from 1. */
  readonly row: number;
  readonly state: "pending" | "sent" | "done" | "failed";
  readonly item?: string;
  readonly error?: string;
}

/** The state of each row, in a file that survives the end of the process. */
export interface Ledger {
  readonly head: LedgerHead;
  readonly rows: ReadonlyMap<number, RowState>;
  /** Resolves when the state is on the disk. */
  write(state: RowState): Promise<void>;
  close(): Promise<void>;
}

/** What a ledger is of. */
export type LedgerIdentity = Omit<LedgerHead, "before">;

export interface LedgerOptions {
  /** Discards the ledger of the earlier run. */
  readonly restart: boolean;
  /** The items of the space, for the head of a new ledger. */
  readonly before: readonly string[];
}

/** Opens the ledger of an earlier run, or starts one. The caller has its lock. */
export async function openLedger(
  path: string,
  identity: LedgerIdentity,
  { restart, before }: LedgerOptions,
): Promise<Ledger> {
  const { head: first, rows, length } = parseEntries(restart ? Buffer.alloc(0) : await readIfExists(path), path);
  const head = first ?? { ...identity, before };
  assertSame(head, identity);
  if (first) await truncate(path, length);
  const file = await (first ? open(path, "a") : createFile(path));
  const appendEntry = createAppend(file);
  const append = (entry: unknown): Promise<void> =>
    appendEntry(entry).catch((error: Error) => {
      throw new Error(`${path} cannot be written (${error.message})`, { cause: error });
    });
  if (!first) await append(head);

  return {
    head,
    rows,
    async write(state) {
      await append(state);
      rows.set(state.row, state);
    },
    close: () => file.close(),
  };
}

/** The states of an earlier run, without the lock. */
export async function readStates(path: string, expected: LedgerIdentity): Promise<Ledger["rows"]> {
  const { head, rows } = parseEntries(await readIfExists(path), path);
  if (head) assertSame(head, expected);
  return rows;
}

interface Entries {
  readonly head: LedgerHead | undefined;
  readonly rows: Map<number, RowState>;
  /** The end offset of the last complete line. */
  readonly length: number;
}

/** The complete lines. A last line without a line break was being written when the process ended. */
function parseEntries(bytes: Buffer, path: string): Entries {
  const length = bytes.lastIndexOf(10) + 1;
  const lines = bytes.subarray(0, length).toString("utf8").split("\n");
  const [head, ...states] = lines.flatMap((line, index) =>
    line === "" ? [] : parseEntry(line, `line ${index + 1} of ${path}`),
  );
  // Both as this file writes them.
  const rows = (states as RowState[]).map((state) => [state.row, state] as const);
  return { head: head as LedgerHead | undefined, rows: new Map(rows), length };
}

/** An unreadable ledger must not count as missing: its rows would be sent again. */
async function readIfExists(path: string): Promise<Buffer> {
  return (await ifExists(readFile(path))) ?? Buffer.alloc(0);
}

function parseEntry(line: string, place: string): object {
  try {
    const entry: unknown = JSON.parse(line);
    if (isRecord(entry)) return entry;
  } catch {
    // The error below names the line.
  }
  throw new UsageError(`${place} is damaged; restore the ledger, or discard it with --restart --match title`);
}

function assertSame(head: LedgerHead, expected: LedgerIdentity): void {
  if (head.file === expected.file && head.space === expected.space && head.column === expected.column) return;
  const changed = head.file === expected.file ? "another space or column" : "another content of FILE";
  throw new UsageError(
    `the ledger is of ${changed}; restore it and run the command again, or discard the ledger with --restart`,
  );
}
