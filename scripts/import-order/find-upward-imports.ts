import { globSync, readFileSync } from "node:fs";
import { join, posix } from "node:path";

/** The specifier of a relative import after `from` or `import(`. */
const IMPORT = /(?:\bfrom|\bimport)\s*\(?\s*"(\.[^"]+)"/g;

/** Finds imports from one layer into a layer above it, one sentence each; tests may import anything. */
export function findUpwardImports(folder: string, layers: readonly string[]): string[] {
  const files = globSync("**/*.ts", { cwd: folder }).map((file) => file.replaceAll("\\", "/"));
  return files.filter((file) => !isTest(file)).flatMap((file) => findInFile(folder, layers, file));
}

function isTest(file: string): boolean {
  return /\.test(-d)?\.ts$|^testing\//.test(file);
}

function findInFile(folder: string, layers: readonly string[], file: string): string[] {
  const own = layers.indexOf(layerOf(file));
  if (own < 0) return [`${file} is in no layer; list it in scripts/import-order/layers.ts.`];

  const source = readFileSync(join(folder, file), "utf8");
  const targets = [...source.matchAll(IMPORT)].map(([, path = ""]) => posix.join(posix.dirname(file), path));
  return targets.flatMap((target) => {
    const layer = layerOf(target.replace(/\.js$/, ".ts"));
    const other = layers.indexOf(layer);
    if (other < 0 || other >= own) return [];
    return [`${file} must not import ${target}: ${layer} is above ${layers[own]}.`];
  });
}

/** The folder or file of the package that contains a path. */
function layerOf(path: string): string {
  return path.split("/")[0] ?? path;
}
