import type { Runtime } from "../runtime.ts";
import type { Bundler } from "./bundler.ts";
import { checkBundler } from "./check-bundler.ts";
import { esbuild, oldEsbuild } from "./esbuild.ts";
import { jest } from "./jest.ts";
import { requireEntries } from "./require.ts";
import { rolldown, vite } from "./rolldown.ts";
import { rspack, webpack } from "./webpack.ts";

/** The module systems and bundlers of the matrix. */
export const bundlers: readonly Runtime[] = [
  requireEntries,
  jest,
  ...Object.entries({ esbuild, "esbuild-0.18": oldEsbuild, rolldown, vite, webpack, rspack }).map(([name, load]) =>
    createColumn(name, load),
  ),
];

function createColumn(name: string, load: () => Promise<Bundler>): Runtime {
  return {
    name,
    async prepare() {
      const bundler = await load();
      return { version: bundler.version, run: (consumer) => checkBundler(name, bundler, consumer) };
    },
  };
}
