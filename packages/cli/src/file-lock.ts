import { randomUUID } from "node:crypto";
import { open, readFile, rm } from "node:fs/promises";
import { BusyError } from "./errors/usage-error.js";
import { isBeating, readPlace, startBeat } from "./lock-holder.js";
import { ifExists } from "./output/if-exists.js";

/** Removes the lock. */
type Unlock = () => Promise<void>;

/** The locks that this process holds. Its ID alone does not identify them: in containers, every process has the same. */
const held = new Set<string>();

/** More retries mean that the lock cannot be read, for example because it is a symbolic link to nothing. */
const ATTEMPTS = 100;

/**
 * Creates FILE.lock with the id of this process. A lock of a process that no longer runs is taken over. `watch` resolves
 * after the time in which a process on another machine, or in another container, shows that it runs.
 */
export async function lockFile(file: string, watch?: () => Promise<unknown>): Promise<Unlock> {
  const path = `${file}.lock`;
  const place = await readPlace();
  const owner = `${process.pid} ${randomUUID()} ${place}\n`;
  // Before the lock exists, so that another call does not take it over.
  held.add(owner);
  try {
    for (let attempt = 0; attempt < ATTEMPTS; attempt += 1) {
      if (await create(path, owner)) return createUnlock(path, owner);
      await removeStale(path, { place, watch });
    }
    throw new BusyError(`${path} is not a lock; delete it`);
  } catch (error) {
    held.delete(owner);
    throw error;
  }
}

/** Runs `work` while this process has the lock of a file. */
export async function withFileLock(file: string, work: () => Promise<void>): Promise<void> {
  const unlockFile = await lockFile(file);
  try {
    await work();
  } finally {
    await unlockFile();
  }
}

/** Whether the lock was created. Not a hard link to a finished file, since FAT and some network drives have none. */
async function create(path: string, owner: string): Promise<boolean> {
  const file = await open(path, "wx").catch((error: NodeJS.ErrnoException) => {
    if (error.code === "EEXIST") return undefined;
    throw error;
  });
  if (!file) return false;
  try {
    await file.writeFile(owner);
    // An empty lock after a loss of power would look like one that is being written.
    await file.datasync();
    return true;
  } catch (error) {
    await rm(path, { force: true });
    throw error;
  } finally {
    await file.close();
  }
}

/** Where this process runs, and how long a lock of another place is watched. */
interface Watcher {
  readonly place: string;
  readonly watch: (() => Promise<unknown>) | undefined;
}

/** Throws if the owner runs. The removal has a lock itself: without it, a second process could remove a new lock. */
async function removeStale(path: string, watcher: Watcher): Promise<void> {
  const owner = await readOwner(path);
  if (owner === undefined) return;
  await assertStale(path, owner, watcher);
  await withFileLock(path, async () => {
    if ((await readOwner(path)) === owner) await rm(path, { force: true });
  });
}

async function assertStale(path: string, owner: string, { place, watch }: Watcher): Promise<void> {
  const advice = "wait until it ends, or delete that file if an earlier run has left it";
  const pid = Number.parseInt(owner, 10);
  // Between its creation and the next write, a lock is empty.
  if (!(pid > 0)) throw new BusyError(`another process has created ${path}; ${advice}`);
  const [, , otherPlace = place] = owner.trim().split(" ");
  if (otherPlace !== place) {
    if (!(await isBeating(path, watch))) return;
    throw new BusyError(`a process on another machine or in another container holds ${path}; ${advice}`);
  }
  if (pid === process.pid ? held.has(owner) : await isRunning(pid)) {
    throw new BusyError(`process ${pid} holds ${path}; ${advice}`);
  }
}

function createUnlock(path: string, owner: string): Unlock {
  const stopBeat = startBeat(path);
  return async () => {
    stopBeat();
    if ((await readOwner(path)) === owner) await rm(path, { force: true });
    held.delete(owner);
  };
}

/** Undefined if there is no lock. */
function readOwner(path: string): Promise<string | undefined> {
  return ifExists(readFile(path, "utf8"));
}

async function isRunning(pid: number): Promise<boolean> {
  try {
    process.kill(pid, 0);
  } catch (error) {
    return Object(error).code === "EPERM";
  }
  // A killed process keeps its id until its parent has read its status: in a container without an init, forever.
  const status = await readFile(`/proc/${pid}/stat`, "utf8").catch(() => "");
  return !ZOMBIE.test(status);
}

/** The state in `/proc/PID/stat`, after the name in parentheses; only Linux has that file. */
const ZOMBIE = /\) Z /;
