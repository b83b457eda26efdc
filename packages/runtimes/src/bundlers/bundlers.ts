import type { Runtime } from "../runtime.ts";
import type { Bundler } from "./bundler.ts";
import { checkBundler } from "./check-bundler.ts";
import { esbuild } from "./esbuild.ts";
import { requireEntries } from "./require.ts";
import { rolldown, vite } from "./rolldown.ts";
import { rspack, webpack } from "./webpack.ts";

/** The module systems and bundlers of the matrix. */
export const bundlers: readonly Runtime[] = [
  requireEntries,
  ...Object.entries({ esbuild, rolldown, vite, webpack, rspack }).map(([name, load]) => createColumn(name, load)),
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
