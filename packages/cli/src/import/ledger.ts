import { type FileHandle, open, readFile, rm } from "node:fs/promises";
import { BusyError, UsageError } from "../errors/usage-error.js";

export interface LedgerHead {
  /** The SHA-256 of the imported file. */
  readonly file: string;
  readonly space: string;
  readonly column: string;
  /** The items that the space had before. */
  readonly before: readonly string[];
}

export interface RowState {
  /** Counted from 1. */
  readonly row: number;
  readonly state: "pending" | "sent" | "done" | "failed";
  readonly item?: string;
  readonly error?: string;
}

/** What is known of each row, in a file that survives a kill. */
export interface Ledger {
  readonly head: LedgerHead;
  readonly rows: ReadonlyMap<number, RowState>;
  /** Resolves when the state is on the disk. */
  write(state: RowState): Promise<void>;
  close(): Promise<void>;
}

/** Opens the ledger of an earlier run, or begins one with what `createHead` returns. */
export async function openLedger(
  path: string,
  expected: Omit<LedgerHead, "before">,
  createHead: () => Promise<LedgerHead>,
): Promise<Ledger> {
  const unlock = await lock(`${path}.lock`);
  try {
    return await openLocked(path, expected, createHead, unlock);
  } catch (error) {
    await unlock();
    throw error;
  }
}

async function openLocked(
  path: string,
  expected: Omit<LedgerHead, "before">,
  createHead: () => Promise<LedgerHead>,
  unlock: () => Promise<void>,
): Promise<Ledger> {
  const {
    entries: [first, ...states],
    length,
  } = parseEntries(await readFile(path).catch(() => Buffer.alloc(0)));
  const head = (first as LedgerHead | undefined) ?? (await createHead());
  assertSame(head, expected);
  const file = await open(path, first ? "r+" : "w");
  await file.truncate(length);
  const append = createAppend(file, length);
  if (!first) await append(head);

  const rows = new Map((states as RowState[]).map((state) => [state.row, state]));
  return {
    head,
    rows,
    async write(state) {
      await append(state);
      rows.set(state.row, state);
    },
    async close() {
      await file.close();
      await unlock();
    },
  };
}

/** The whole lines; a last one without its end was being written when the process died. */
function parseEntries(bytes: Buffer): { readonly entries: readonly unknown[]; readonly length: number } {
  const length = bytes.lastIndexOf(10) + 1;
  const lines = bytes.subarray(0, length).toString("utf8").split("\n").filter(Boolean);
  return { entries: lines.map((line) => JSON.parse(line)), length };
}

/** One write after the other, each on the disk before it resolves. */
function createAppend(file: FileHandle, start: number): (entry: unknown) => Promise<void> {
  let position = start;
  let last: Promise<void> = Promise.resolve();
  return (entry) => {
    last = last.then(async () => {
      const { bytesWritten } = await file.write(Buffer.from(`${JSON.stringify(entry)}\n`), 0, undefined, position);
      position += bytesWritten;
      await file.datasync();
    });
    return last;
  };
}

function assertSame(head: LedgerHead, expected: Omit<LedgerHead, "before">): void {
  if (head.file === expected.file && head.space === expected.space && head.column === expected.column) return;
  const changed = head.file === expected.file ? "another space or column" : "another content of FILE";
  throw new UsageError(
    `the ledger is of ${changed}; restore it and run the command again, or forget the ledger with --restart`,
  );
}

/** Resolves to what unlocks. A lock of a process that is gone counts for nothing. */
async function lock(path: string): Promise<() => Promise<void>> {
  const holder = Number(await readFile(path, "utf8").catch(() => ""));
  if (holder > 0 && isAlive(holder)) throw new BusyError(`process ${holder} imports the same file`);
  await rm(path, { force: true });
  const file = await open(path, "wx").catch(() => {
    throw new BusyError("another process imports the same file");
  });
  await file.write(String(process.pid));
  await file.close();
  return () => rm(path, { force: true });
}

function isAlive(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return (error as NodeJS.ErrnoException).code === "EPERM";
  }
}
