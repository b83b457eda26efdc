import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** What replaces a file; tests pass in another system. */
interface System {
  readonly platform: string;
  readonly rename: (from: string, to: string) => void;
  readonly sleep: (ms: number) => void;
}

const ATTEMPTS_ON_WINDOWS = 10;
const RETRY_DELAY_MS = 100;
/** What Windows responds with while a program has one of the two files open. */
const OPEN_CODES = ["EACCES", "EBUSY", "EPERM"];

/** Writes a file under a temporary name, which no reader opens, and renames it when it is complete and on the disk. */
export function replaceFile(
  path: string,
  render: (write: (bytes: Uint8Array) => void) => void,
  system: System = { platform: process.platform, rename: renameSync, sleep },
): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  // What a run has left. If somebody has put a link there, it could lead to any file of the user.
  rmSync(temporary, { force: true });
  const file = openSync(temporary, "wx");
  try {
    render((bytes) => {
      for (let written = 0; written < bytes.length; ) written += writeSync(file, bytes, written);
    });
    fsyncSync(file);
  } catch (error) {
    rmSync(temporary, { force: true });
    throw error;
  } finally {
    closeSync(file);
  }
  renamePatiently(temporary, path, system);
}

/** On Windows, a scanner for viruses or a program that synchronizes the folder opens each new file for a moment. */
function renamePatiently(temporary: string, path: string, system: System): void {
  for (let attempt = 1; !tryRename(temporary, path, system); attempt += 1) {
    if (attempt === ATTEMPTS_ON_WINDOWS) {
      throw new Error(`${path} cannot be replaced; close the program that has it open, and run the command again`);
    }
    system.sleep(RETRY_DELAY_MS);
  }
}

/** Returns false if a program on Windows has one of the files open. */
function tryRename(temporary: string, path: string, { platform, rename }: System): boolean {
  try {
    rename(temporary, path);
    return true;
  } catch (error) {
    if (platform === "win32" && OPEN_CODES.includes(Object(error).code)) return false;
    throw error;
  }
}

/** A lake is written in a thread of its own, so this delays nothing else. */
function sleep(ms: number): void {
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, ms);
}
