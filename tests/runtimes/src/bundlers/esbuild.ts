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

/** The version of a folder of `tools/`. */
export async function esbuild(folder: string): Promise<Bundler> {
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
