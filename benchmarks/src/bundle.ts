import { SourceMap } from "node:module";
import { gzipSync } from "node:zlib";
import { build, type OutputFile } from "esbuild-wasm";
import { packageFolder } from "./compile.ts";

export interface Bundle {
  readonly gzip: number;
  readonly minified: number;
  /** Minified bytes of each source file in the bundle, the largest first. */
  readonly files: readonly (readonly [file: string, bytes: number])[];
}

/** Bundles one export of a file, with its dependencies, for a browser. */
export async function bundle(file: string, name: string): Promise<Bundle> {
  const { outputFiles } = await build({
    stdin: { contents: `export { ${name} } from "${file}";`, resolveDir: packageFolder },
    absWorkingDir: packageFolder,
    outfile: "bundle.js",
    bundle: true,
    minify: true,
    sourcemap: "external",
    format: "esm",
    platform: "browser",
    target: "es2022",
    write: false,
    logLevel: "error",
  });
  const [map, script] = outputFiles as [OutputFile, OutputFile]; // As `sourcemap: "external"` returns them.
  return {
    gzip: gzipSync(script.contents, { level: 9 }).length,
    minified: script.contents.length,
    files: countBySource(script.text, map.text),
  };
}

/** The published files are bundles themselves, so each character is looked up in the source maps. */
function countBySource(script: string, map: string): Bundle["files"] {
  const sourceMap = new SourceMap(JSON.parse(map));
  const counts = new Map<string, number>();
  for (const [line, text] of script.split("\n").entries()) {
    for (let column = 0; column < text.length; column++) {
      const entry = sourceMap.findEntry(line, column);
      // Esbuild's own helpers have no source.
      if (!("originalSource" in entry)) continue;
      const file = shorten(entry.originalSource);
      counts.set(file, (counts.get(file) ?? 0) + 1);
    }
  }
  return [...counts].sort(([, left], [, right]) => right - left);
}

function shorten(file: string): string {
  return file.replace(/^(.*node_modules\/|\.\.\/packages\/)/, "").replace(/\/(dist|src)\//, "/");
}
