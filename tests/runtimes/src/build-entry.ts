import { join } from "node:path";
import { build } from "esbuild-wasm";
import { findSandboxInputs } from "./find-sandbox-inputs.ts";

const ENTRIES = join(import.meta.dirname, "../suite/entries");
// The least of what is promised: the suite asks for no more than the packages.
const COMMON = { bundle: true, target: "es2022", logLevel: "warning" } as const;

/** Writes an entry of the suite as one file that imports the packages as installed. Returns its path. */
export async function buildEntry(name: string, consumer: string): Promise<string> {
  const outfile = join(consumer, `${name}.js`);
  const entryPoints = [join(ENTRIES, `${name}.ts`)];
  const external = ["@serviceform/*", "node:*"];
  const define = { INPUTS: JSON.stringify(await findSandboxInputs()) };
  await build({ ...COMMON, entryPoints, outfile, external, define, format: "esm", platform: "neutral" });
  return outfile;
}

/** An entry of the suite in one piece with the installed packages, as a text. */
export async function bundleEntry(name: string, consumer: string, format: "esm" | "iife"): Promise<string> {
  const entryPoints = [await buildEntry(name, consumer)];
  const { outputFiles } = await build({ ...COMMON, entryPoints, format, platform: "browser", write: false });
  return outputFiles[0]?.text ?? "";
}
