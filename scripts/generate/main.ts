import { mkdir, readdir, readFile, rename, rm, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { parseArgs } from "node:util";
import { generate } from "./generate.ts";
import { SpecError } from "./spec-error.ts";

const { values } = parseArgs({
  options: {
    check: { type: "boolean", default: false },
    root: { type: "string", default: resolve(import.meta.dirname, "../..") },
  },
});
const target = join(values.root, "packages/types/src/generated");

try {
  const files = await generate(join(values.root, "spec"));
  const stale = await findStale(target, files);
  if (values.check && stale.length > 0) {
    console.error(`Stale in packages/types/src/generated: ${stale.join(", ")}. Run: pnpm generate`);
    process.exitCode = 1;
  } else if (!values.check) {
    await writeAll(target, files, stale);
  }
} catch (error) {
  if (!(error instanceof SpecError)) throw error;
  console.error(`${error.message}\nNothing was generated: mend the above and run \`pnpm generate\` again.`);
  process.exitCode = 1;
}

/** Names of files that differ from what the spec says now, that are missing, or that it no longer makes. */
async function findStale(folder: string, files: Map<string, string>): Promise<string[]> {
  const present = await readdir(folder).catch(() => []);
  const names = new Set([...files.keys(), ...present]);
  const fresh = await Promise.all(
    [...names].map(
      async (name) => (await readFile(join(folder, name), "utf8").catch(() => undefined)) === files.get(name),
    ),
  );
  return [...names].filter((_, index) => !fresh[index]);
}

/** Writes beside the target first and renames last, so that a reader never sees half a file. */
async function writeAll(folder: string, files: Map<string, string>, names: string[]): Promise<void> {
  await mkdir(folder, { recursive: true });
  const scratch = (name: string): string => join(folder, `.${name}.${process.pid}`);
  try {
    for (const name of names) await writeFile(scratch(name), files.get(name) ?? "");
    for (const name of names) {
      if (files.has(name)) await rename(scratch(name), join(folder, name));
      else await rm(join(folder, name), { recursive: true });
    }
  } finally {
    await Promise.all(names.map((name) => rm(scratch(name), { force: true })));
  }
}
