import type { Runtime } from "../runtime.ts";
import type { Bundler } from "./bundler.ts";
import { checkBundler } from "./check-bundler.ts";
import { esbuild } from "./esbuild.ts";
import { jest } from "./jest.ts";
import { requireEntries } from "./require.ts";
import { rolldown, vite } from "./rolldown.ts";
import { rspack, webpack } from "./webpack.ts";

/** The module systems and bundlers of the matrix. */
export const bundlers: readonly Runtime[] = [
  requireEntries,
  jest,
  createColumn("esbuild", esbuild),
  // The last release line that cannot parse import attributes.
  createColumn("esbuild-0.18", esbuild),
  createColumn("rolldown", rolldown),
  createColumn("vite", vite),
  createColumn("webpack", webpack),
  createColumn("rspack", rspack),
];

function createColumn(name: string, load: (name: string) => Promise<Bundler>): Runtime {
  return {
    name,
    async prepare() {
      const bundler = await load(name);
      return { version: bundler.version, run: (consumer) => checkBundler(name, bundler, consumer) };
    },
  };
}
