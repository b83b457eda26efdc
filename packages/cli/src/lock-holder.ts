import { open, readFile, readlink, utimes } from "node:fs/promises";
import { hostname } from "node:os";
import { setTimeout as delay } from "node:timers/promises";
import { ifExists } from "./output/if-exists.js";

const BEAT_MS = 2_000;
/** Several beats, since some file systems round times to 2 seconds. */
const WATCH_MS = 10_000;

/**
 * Where the ID of this process means something: the machine, its start and, on Linux, the container, in which IDs begin
 * with 1 again. Without spaces.
 */
export async function readPlace(): Promise<string> {
  const boot = await readFile("/proc/sys/kernel/random/boot_id", "utf8").catch(() => "");
  const namespace = await readlink("/proc/self/ns/pid").catch(() => "");
  return [hostname(), boot.trim(), namespace].filter(Boolean).join("/").replaceAll(/\s/g, "-");
}

/** Shows in other places that the holder of a lock runs, by the time of the lock. Returns a function that ends it. */
export function startBeat(path: string): () => void {
  const timer = setInterval(() => {
    const now = new Date();
    // If the lock was deleted, nothing is left to show.
    utimes(path, now, now).catch(() => undefined);
  }, BEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}

/** Whether the time of a lock moves; clocks that differ do not matter. */
export async function isBeating(path: string, watch: () => Promise<unknown> = () => delay(WATCH_MS)): Promise<boolean> {
  const before = await readTime(path);
  await watch();
  const after = await readTime(path);
  return after !== undefined && after !== before;
}

/** Opens the file: a network drive may answer with an older time otherwise. Undefined if there is none. */
async function readTime(path: string): Promise<number | undefined> {
  const file = await ifExists(open(path));
  try {
    return (await file?.stat())?.mtimeMs;
  } finally {
    await file?.close();
  }
}
