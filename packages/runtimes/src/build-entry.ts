import { join } from "node:path";
import { build } from "esbuild-wasm";

const ENTRIES = join(import.meta.dirname, "../suite/entries");

/** Writes an entry of the suite as one file that imports the packages as installed. Returns it. */
export async function buildEntry(name: string, consumer: string): Promise<string> {
  const file = join(consumer, `${name}.js`);
  await build({
    entryPoints: [join(ENTRIES, `${name}.ts`)],
    outfile: file,
    bundle: true,
    external: ["@serviceform/*", "node:*"],
    format: "esm",
    platform: "neutral",
    // The least of what is promised: the suite asks for no more than the packages.
    target: "es2022",
    logLevel: "warning",
  });
  return file;
}
