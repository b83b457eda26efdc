import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { installLocked } from "../../../scripts/install-locked.ts";

/** The packages that each tool consists of, with their lockfile. */
export const TOOLS: string = resolve(import.meta.dirname, "../tools");
const CACHE = resolve(import.meta.dirname, "../../../node_modules/.cache/serviceform-runtimes");

/** Installs the packages of a runtime, once for each state of its lockfile. Returns the folder. */
export async function installTools(name: string): Promise<string> {
  const source = join(TOOLS, name);
  const lock = await readFile(join(source, "pnpm-lock.yaml"));
  const hash = createHash("sha256").update(lock).digest("hex").slice(0, 12);
  const folder = join(CACHE, `${name}-${hash}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  // Renamed after it is complete, so that an interrupted installation is not used.
  const aside = await mkdtemp(join(CACHE, `${name}-`));
  try {
    await cp(source, aside, { recursive: true });
    await installLocked(aside);
    await rename(aside, folder).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster.
      if (error.code !== "ENOTEMPTY") throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}
