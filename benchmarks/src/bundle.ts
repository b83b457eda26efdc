import { gzipSync } from "node:zlib";
import { build } from "esbuild-wasm";
import { packageFolder } from "./compile.ts";

export interface Bundle {
  readonly gzip: number;
  readonly minified: number;
  /** Minified bytes of each file in the bundle, the largest first. */
  readonly files: readonly (readonly [file: string, bytes: number])[];
}

/** Bundles one export of a file, with its dependencies, for a browser. */
export async function bundle(file: string, name: string): Promise<Bundle> {
  const { outputFiles, metafile } = await build({
    stdin: { contents: `export { ${name} } from "${file}";`, resolveDir: packageFolder },
    absWorkingDir: packageFolder,
    bundle: true,
    minify: true,
    format: "esm",
    platform: "browser",
    target: "es2022",
    metafile: true,
    write: false,
    logLevel: "error",
  });
  const contents = outputFiles[0]?.contents ?? new Uint8Array();
  const inputs = Object.entries(Object.values(metafile.outputs)[0]?.inputs ?? {});
  const files = inputs.map(([file, { bytesInOutput }]) => [shorten(file), bytesInOutput] as const);
  return {
    gzip: gzipSync(contents, { level: 9 }).length,
    minified: contents.length,
    files: files.filter(([, bytes]) => bytes > 0).sort(([, left], [, right]) => right - left),
  };
}

function shorten(file: string): string {
  return file.replace(/^(.*node_modules\/|\.\.\/packages\/)/, "").replace(/\/(dist|src)\//, "/");
}
