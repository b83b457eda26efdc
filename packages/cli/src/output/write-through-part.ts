import type { Stats } from "node:fs";
import { chmod, lstat, open, readlink, realpath, stat } from "node:fs/promises";
import { dirname, resolve } from "node:path";
import { BusyError, UsageError } from "../errors/usage-error.js";
import { replaceFile } from "./replace-file.js";

/** For a file that does not exist yet; the process's umask applies to it. */
const NEW_FILE_MODE = 0o666;
/** The part itself must be writable, even if FILE is not. */
const OWNER_WRITES = 0o600;

/**
 * Lets `write` write FILE.part, which is renamed to FILE only when it is complete. A file that is replaced keeps its
 * mode, which may hide personal data from others.
 */
export async function writeThroughPart(
  path: string,
  write: (part: string, mode: number) => Promise<void>,
): Promise<void> {
  const part = `${path}.part`;
  const mode = await readMode(path);
  await write(part, (mode ?? NEW_FILE_MODE) | OWNER_WRITES);
  if (mode !== undefined && mode !== (await readMode(part))) await chmod(part, mode);
  await replaceFile(part, path);
}

/**
 * The file to replace or create: for a symbolic link, the one that it leads to. Throws for anything that the file could
 * not replace after the download, or that it must not replace, such as a pipe.
 */
export async function resolveFile(path: string, openFile: OpenFile = open): Promise<string> {
  const target = await statIfExists(path);
  if (target?.isDirectory()) throw new UsageError(`${path} must be a file; it is a folder`);
  if (target && !target.isFile()) {
    throw new UsageError(`${path} must be a file; to write to a pipe or a device, redirect stdout`);
  }
  const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink();
  if (target) {
    await assertClosed(path, openFile);
    return isLink ? realpath(path) : path;
  }
  if (isLink) return resolveFile(resolve(dirname(path), await readlink(path)), openFile);
  if (await statIfExists(dirname(path))) return path;
  throw new UsageError(`${path} must be in a folder that exists`);
}

type OpenFile = (path: string, flags: string) => Promise<{ close(): Promise<void> }>;

/** Windows replaces no file that a program such as Excel has open. Other failures may not matter, since it is replaced. */
async function assertClosed(path: string, openFile: OpenFile): Promise<void> {
  const file = await openFile(path, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EBUSY") throw new BusyError(`${path} is open in another program; close it there`);
  });
  await file?.close();
}

function statIfExists(path: string): Promise<Stats | undefined> {
  return stat(path).catch((error: NodeJS.ErrnoException) => {
    if (error.code === "ENOENT") return undefined;
    throw error;
  });
}

async function readMode(path: string): Promise<number | undefined> {
  const { mode } = (await stat(path).catch(() => undefined)) ?? {};
  return mode === undefined ? undefined : mode & 0o7777;
}
