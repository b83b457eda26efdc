import { chmod, lstat, open, readlink, realpath, stat } from "node:fs/promises";
import { dirname, resolve, win32 } from "node:path";
import { BusyError, UsageError } from "../errors/usage-error.js";
import { ifExists } from "./if-exists.js";
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
export async function resolveFile(
  path: string,
  system: System = { platform: process.platform, open },
): Promise<string> {
  assertName(path, system);
  const target = await ifExists(stat(path));
  if (target?.isDirectory()) throw new UsageError(`${path} must be a file; it is a folder`);
  if (target && !target.isFile()) {
    throw new UsageError(`${path} must be a file; to write to a pipe or a device, redirect stdout`);
  }
  const isLink = (await lstat(path).catch(() => undefined))?.isSymbolicLink();
  if (target) {
    await assertClosed(path, system);
    return isLink ? realpath(path) : path;
  }
  if (isLink) return resolveFile(resolve(dirname(path), await readlink(path)), system);
  if (await ifExists(stat(dirname(path)))) return path;
  throw new UsageError(`${path} must be in a folder that exists`);
}

/** What opens a file; tests pass in another system. */
interface System {
  readonly platform: string;
  readonly open: (path: string, flags: string) => Promise<{ close(): Promise<void> }>;
}

/** With a colon, Windows would write into a hidden stream of the file whose name precedes it. */
function assertName(path: string, { platform }: System): void {
  if (platform !== "win32" || !/[<>:"|?*]/.test(win32.basename(path))) return;
  throw new UsageError(`${path} must not have any of < > : " | ? * in its name`);
}

/** Windows replaces no file that a program such as Excel has open. Other failures may not matter, since it is replaced. */
async function assertClosed(path: string, { open }: System): Promise<void> {
  const file = await open(path, "r+").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EBUSY") throw new BusyError(`${path} is open in another program; close it there`);
  });
  await file?.close();
}

async function readMode(path: string): Promise<number | undefined> {
  const { mode } = (await stat(path).catch(() => undefined)) ?? {};
  return mode === undefined ? undefined : mode & 0o7777;
}
