import { globSync, readFileSync } from "node:fs";
import { join } from "node:path/posix";

/** An entry of `exports`: a file, or files by condition. */
type Target = string | { readonly [condition: string]: Target };

/** The conditions under which a browser imports. */
const CONDITIONS = ["browser", "import", "default"];

/** The import map of installed packages that are served below `/node_modules/` without a bundler. */
export function buildImportMap(folder: string): { imports: Record<string, string> } {
  const imports: Record<string, string> = {};
  for (const manifest of globSync("{*,@*/*}/package.json", { cwd: folder })) {
    const { name, exports = {} } = JSON.parse(readFileSync(join(folder, manifest), "utf8"));
    for (const [entry, target] of Object.entries<Target>(exports)) {
      const file = resolve(target);
      if (file !== undefined) imports[join(name, entry)] = join("/node_modules", name, file);
    }
  }
  return { imports };
}

function resolve(target: Target): string | undefined {
  if (typeof target === "string") return target;
  for (const [condition, inner] of Object.entries(target)) {
    const file = CONDITIONS.includes(condition) ? resolve(inner) : undefined;
    if (file !== undefined) return file;
  }
  return undefined;
}
