import { dirname } from "node:path";
import { loadTool } from "../load-tool.ts";
import type { Bundler } from "./bundler.ts";

interface Esbuild {
  build(options: object): Promise<{
    outputFiles: { text: string }[];
    metafile: { inputs: object };
    warnings: { text: string }[];
  }>;
}

export function esbuild(): Promise<Bundler> {
  return loadEsbuild("esbuild");
}

/** The last release line that cannot parse import attributes. */
export function oldEsbuild(): Promise<Bundler> {
  return loadEsbuild("esbuild-0.18");
}

async function loadEsbuild(folder: string): Promise<Bundler> {
  const { module, version } = await loadTool<Esbuild>(folder, "esbuild");
  return {
    version,
    async bundle(entry) {
      const { outputFiles, metafile, warnings } = await module.build({
        ...{ entryPoints: [entry], bundle: true, minify: true, format: "esm", platform: "browser" },
        ...{ absWorkingDir: dirname(entry), metafile: true, write: false, logLevel: "silent" },
      });
      const code = outputFiles.map(({ text }) => text).join("\n");
      return { code, modules: Object.keys(metafile.inputs), warnings: warnings.map(({ text }) => text) };
    },
  };
}
