import { copyFile, rename, rm } from "node:fs/promises";
import { setTimeout as delay } from "node:timers/promises";
import { ReplaceError } from "../errors/usage-error.js";

/** What replaces a file; tests pass in another system. */
interface System {
  readonly platform: string;
  readonly rename: (from: string, to: string) => Promise<void>;
  readonly delay: (ms: number) => Promise<unknown>;
}

const ATTEMPTS_ON_WINDOWS = 10;
const RETRY_DELAY_MS = 100;
/** What Windows responds with while a program has one of the two files open. */
const OPEN_CODES = ["EACCES", "EBUSY", "EPERM"];

/** Gives a complete part the name of its file. Throws `ReplaceError` if that is impossible; the part then stays. */
export async function replaceFile(
  part: string,
  path: string,
  system: System = { platform: process.platform, rename, delay },
): Promise<void> {
  try {
    await renamePatiently(part, path, system);
  } catch (error) {
    const { code = "" } = error as NodeJS.ErrnoException; // As every error of the file system.
    const isOverwritten = code === "EBUSY" && (await overwrite(part, path));
    if (!isOverwritten) throw new ReplaceError(part, path, code);
  }
}

/** On Windows, a scanner for viruses or a program that synchronizes the folder opens each new file for a moment. */
async function renamePatiently(part: string, path: string, { platform, rename, delay }: System): Promise<void> {
  const attempts = platform === "win32" ? ATTEMPTS_ON_WINDOWS : 1;
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await rename(part, path);
    } catch (error) {
      if (attempt === attempts || !OPEN_CODES.includes(Object(error).code)) throw error;
    }
    await delay(RETRY_DELAY_MS);
  }
}

/** For a file that is mounted into a container: it can be written to, but not replaced. */
async function overwrite(part: string, path: string): Promise<boolean> {
  try {
    await copyFile(part, path);
  } catch {
    return false;
  }
  await rm(part);
  return true;
}
