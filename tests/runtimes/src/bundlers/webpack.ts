import { readFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import { loadTool } from "../load-tool.ts";
import type { Bundler } from "./bundler.ts";

interface Module {
  readonly name?: string;
  readonly nameForCondition?: string;
  readonly modules?: readonly Module[];
}

interface Stats {
  toJson(options: object): {
    modules: readonly Module[];
    warnings: readonly { message: string }[];
    errors: readonly { message: string }[];
  };
}

type Webpack = (
  options: object,
  done: (error: Error | null, stats?: Stats) => void,
) => { close(done: () => void): void };

export async function webpack(): Promise<Bundler> {
  const { module, version } = await loadTool<Webpack>("webpack", "webpack");
  return createBundler("webpack", module, version);
}

/** rspack takes the options of webpack. */
export async function rspack(): Promise<Bundler> {
  const { module, version } = await loadTool<{ rspack: Webpack }>("rspack", "@rspack/core");
  return createBundler("rspack", module.rspack, version);
}

function createBundler(name: string, pack: Webpack, version: string): Bundler {
  return {
    version,
    async bundle(entry) {
      const output = { path: join(dirname(entry), `${name}-output`), filename: "bundle.js" };
      const options = { mode: "production", target: "web", context: dirname(entry), entry, output, devtool: false };
      const stats = await new Promise<Stats>((resolve, reject) => {
        const compiler = pack({ ...options, performance: false }, (error, result) => {
          compiler.close(() => (error || !result ? reject(error) : resolve(result)));
        });
      });
      const { modules, warnings, errors } = stats.toJson({ all: false, modules: true, nestedModules: true, ...REPORT });
      return {
        code: errors.length > 0 ? "" : await readFile(join(output.path, output.filename), "utf8"),
        modules: modules.flatMap(listNames),
        warnings: [...errors, ...warnings].map(({ message }) => message),
      };
    },
  };
}

const REPORT = { warnings: true, errors: true, modulesSpace: 1_000, nestedModulesSpace: 1_000, ids: true };

function listNames({ name = "", modules = [] }: Module): string[] {
  return [name, ...modules.flatMap(listNames)];
}
