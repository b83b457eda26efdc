import { chmod, lstat, realpath, rename, stat } from "node:fs/promises";
import { UsageError } from "../errors/usage-error.js";

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
  await rename(part, path);
}

/**
 * The file to replace: for a symbolic link, the one that it leads to. Throws for a folder, which could not be replaced
 * after the download.
 */
export async function resolveFile(path: string): Promise<string> {
  const [link, target] = await Promise.all([lstat(path), stat(path)]).catch(() => []);
  if (target?.isDirectory()) throw new UsageError(`${path} must be a file; it is a folder`);
  return link?.isSymbolicLink() ? realpath(path) : path;
}

async function readMode(path: string): Promise<number | undefined> {
  const { mode } = (await stat(path).catch(() => undefined)) ?? {};
  return mode === undefined ? undefined : mode & 0o7777;
}
