import { dirname } from "node:path";
import { loadTool } from "../load-tool.ts";
import type { Bundler } from "./bundler.ts";

interface Chunk {
  readonly code?: string;
  readonly moduleIds?: readonly string[];
}

interface Rolldown {
  rolldown(
    options: object,
  ): Promise<{ generate(options: object): Promise<{ output: Chunk[] }>; close(): Promise<void> }>;
}

interface Vite {
  build(options: object): Promise<{ output: Chunk[] } | { output: Chunk[] }[]>;
}

export async function rolldown(): Promise<Bundler> {
  const { module, version } = await loadTool<Rolldown>("rolldown", "rolldown");
  return {
    version,
    async bundle(entry) {
      const warnings: string[] = [];
      const onLog = (level: string, { message }: { message: string }) => {
        if (level !== "debug" && level !== "info") warnings.push(message);
      };
      const build = await module.rolldown({ input: entry, platform: "browser", onLog });
      const { output } = await build.generate({ format: "esm", minify: true });
      await build.close();
      return { ...join(output), warnings };
    },
  };
}

export async function vite(): Promise<Bundler> {
  const { module, version } = await loadTool<Vite>("vite", "vite");
  return {
    version,
    async bundle(entry) {
      const warnings: string[] = [];
      const warn = (message: string) => void warnings.push(message);
      const customLogger = {
        ...{ info: () => {}, warn, warnOnce: warn, error: warn, clearScreen: () => {} },
        ...{ hasErrorLogged: () => false, hasWarned: false },
      };
      const built = await module.build({
        ...{ root: dirname(entry), configFile: false, logLevel: "warn", customLogger },
        build: { write: false, modulePreload: false, rolldownOptions: { input: entry } },
      });
      return { ...join([built].flat().flatMap(({ output }) => output)), warnings };
    },
  };
}

function join(chunks: readonly Chunk[]): { code: string; modules: string[] } {
  return {
    code: chunks.map(({ code = "" }) => code).join("\n"),
    modules: chunks.flatMap(({ moduleIds = [] }) => moduleIds),
  };
}
