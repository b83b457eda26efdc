import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** An entry of `exports`: a file, or files by condition. */
type Target = string | { readonly [condition: string]: Target };

interface Manifest {
  readonly name: string;
  readonly exports?: Target;
}

/** The conditions under which a browser imports. */
const CONDITIONS = ["browser", "import", "default"];

/** The import map of installed packages that are served below `/node_modules/` without a bundler. */
export async function buildImportMap(folder: string): Promise<{ imports: Record<string, string> }> {
  const names = (await readdir(folder)).filter((name) => !name.startsWith("."));
  const packages = await Promise.all(
    names.map(async (name) =>
      name.startsWith("@") ? (await readdir(join(folder, name))).map((one) => `${name}/${one}`) : [name],
    ),
  );
  const imports: Record<string, string> = {};
  for (const name of packages.flat()) {
    const manifest = JSON.parse(await readFile(join(folder, name, "package.json"), "utf8")) as Manifest;
    for (const [entry, file] of listEntries(manifest)) imports[`${name}${entry}`] = `/node_modules/${name}/${file}`;
  }
  return { imports };
}

/** The entries of a package with their files, without patterns, which nothing imports. */
export function listEntries({ exports = {} }: Manifest): [entry: string, file: string][] {
  const isOne = typeof exports === "string" || !Object.keys(exports).some((key) => key.startsWith("."));
  const entries = isOne ? { ".": exports } : (exports as Record<string, Target>);
  return Object.entries(entries).flatMap(([entry, target]) => {
    const file = resolve(target);
    return file === undefined || entry.includes("*") ? [] : [[entry.slice(1), file.replace("./", "")] as const];
  }) as [string, string][];
}

function resolve(target: Target): string | undefined {
  if (typeof target === "string") return target;
  for (const [condition, inner] of Object.entries(target)) {
    const file = CONDITIONS.includes(condition) ? resolve(inner) : undefined;
    if (file !== undefined) return file;
  }
  return undefined;
}
