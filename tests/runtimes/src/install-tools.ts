import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { cp, mkdir, mkdtemp, readFile, rename, rm } from "node:fs/promises";
import { join, resolve } from "node:path";
import { runToSuccess } from "./run.ts";

const SOURCES = resolve(import.meta.dirname, "../tools");
const CACHE = resolve(import.meta.dirname, "../../../node_modules/.cache/serviceform-runtimes");

/** Installs the packages of a runtime, once for each state of its lockfile. Returns the folder. */
export async function installTools(name: string): Promise<string> {
  const source = join(SOURCES, name);
  const lock = await readFile(join(source, "package-lock.json"));
  const hash = createHash("sha256").update(lock).digest("hex").slice(0, 12);
  const folder = join(CACHE, `${name}-${hash}`);
  if (existsSync(folder)) return folder;
  await mkdir(CACHE, { recursive: true });
  // Renamed after it is complete, so that an interrupted installation is not used.
  const aside = await mkdtemp(join(CACHE, `${name}-`));
  try {
    await cp(source, aside, { recursive: true });
    await runToSuccess("npm", ["ci", "--ignore-scripts", "--no-audit", "--no-fund", "--prefer-offline"], aside);
    await rename(aside, folder).catch((error: NodeJS.ErrnoException) => {
      // Another process was faster.
      if (error.code !== "ENOTEMPTY") throw error;
    });
  } finally {
    await rm(aside, { recursive: true, force: true });
  }
  return folder;
}
