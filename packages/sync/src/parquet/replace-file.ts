import { closeSync, fsyncSync, mkdirSync, openSync, renameSync, rmSync, writeSync } from "node:fs";
import { basename, dirname, join } from "node:path";

/** Writes a file under a temporary name, which no reader opens, and renames it when it is complete and on the disk. */
export function replaceFile(path: string, render: (write: (bytes: Uint8Array) => void) => void): void {
  mkdirSync(dirname(path), { recursive: true });
  const temporary = join(dirname(path), `.${basename(path)}.tmp`);
  const file = openSync(temporary, "w");
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
  renameSync(temporary, path);
}
