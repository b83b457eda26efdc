import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

export interface Entry {
  /** The file in `api-reports/`. */
  readonly report: string;
  /** The built declarations. */
  readonly declarations: string;
  /** The module that is loaded at run time. */
  readonly module: string;
}

interface Manifest {
  readonly private?: boolean;
  readonly exports?: Readonly<Record<string, string | Conditions>>;
}

interface Conditions {
  readonly types?: string | { readonly default?: string };
  readonly default?: string;
}

/** Every entry with types of every published package. An entry that is a JSON document has no report. */
export async function readEntries(packages: string): Promise<Entry[]> {
  const entries: Entry[] = [];
  for (const name of (await readdir(packages)).sort()) {
    const manifest = await readManifest(join(packages, name, "package.json"));
    if (manifest === undefined || manifest.private === true) continue;
    for (const [entry, target] of Object.entries(manifest.exports ?? {})) {
      if (typeof target === "string" && target.endsWith(".json")) continue;
      const { types: typed, default: module } = typeof target === "string" ? {} : target;
      // The declarations of CommonJS, under `require`, are copies.
      const types = typeof typed === "object" ? typed.default : typed;
      if (types === undefined || module === undefined)
        throw new Error(`The entry ${entry} of ${name} has no types or no code.`);
      const report = `${[name, ...entry.split("/").slice(1)].join(".")}.d.ts`;
      entries.push({ report, declarations: join(packages, name, types), module: join(packages, name, module) });
    }
  }
  return entries;
}

/** Undefined for a folder without a package, or one of which only ignored files are left. */
async function readManifest(file: string): Promise<Manifest | undefined> {
  const text = await readFile(file, "utf8").catch(() => undefined);
  return text === undefined ? undefined : JSON.parse(text);
}
