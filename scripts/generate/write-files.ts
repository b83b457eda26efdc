import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join } from "node:path";

/** Names of files in the folder that are changed, missing or obsolete. */
export async function findStale(folder: string, files: ReadonlyMap<string, string>): Promise<string[]> {
  const present = await readdir(folder).catch(() => []);
  const names = [...new Set([...files.keys(), ...present])].sort();
  const contents = await Promise.all(names.map((name) => readFile(join(folder, name), "utf8").catch(() => undefined)));
  return names.filter((name, index) => contents[index] === undefined || contents[index] !== files.get(name));
}

/** Writes or removes the named files. Renames come last, so that a failure leaves no half-written file behind. */
export async function writeFiles(folder: string, files: ReadonlyMap<string, string>, names: string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const scratch = (name: string): string => join(folder, `.${name}.${process.pid}`);
  try {
    for (const name of names) {
      const content = files.get(name);
      if (content !== undefined) await writeFile(scratch(name), content);
    }
    for (const name of names) {
      if (files.has(name)) await rename(scratch(name), join(folder, name));
      else await rm(join(folder, name), { recursive: true });
    }
  } finally {
    await Promise.all(names.map((name) => rm(scratch(name), { force: true })));
  }
}
